/** Matters (事项): what has to be done by someone by a date, and what happens as time passes. */
@NullMarked
package taizhang.server.matter;

import org.jspecify.annotations.NullMarked;
