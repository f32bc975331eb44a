/** Matters (事项): records that have to be dealt with by someone by a date. */
@NullMarked
package taizhang.books.matter;

import org.jspecify.annotations.NullMarked;
