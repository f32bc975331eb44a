/** Everything there is, in one file with a manifest, and back from it. */
@NullMarked
package taizhang.server.backup;

import org.jspecify.annotations.NullMarked;
