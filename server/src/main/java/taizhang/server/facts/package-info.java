/** Published facts held against the books. */
@NullMarked
package taizhang.server.facts;

import org.jspecify.annotations.NullMarked;
