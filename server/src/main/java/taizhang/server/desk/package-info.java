/** What awaits a person: what was entered for them to look at, and what was sent back to them. */
@NullMarked
package taizhang.server.desk;

import org.jspecify.annotations.NullMarked;
