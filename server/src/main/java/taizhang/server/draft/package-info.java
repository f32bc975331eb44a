/** Forms that somebody began and has not sent. */
@NullMarked
package taizhang.server.draft;

import org.jspecify.annotations.NullMarked;
