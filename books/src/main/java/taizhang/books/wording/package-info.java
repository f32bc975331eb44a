/** How figures are written in official prose, and how what is written is read back. */
@NullMarked
package taizhang.books.wording;

import org.jspecify.annotations.NullMarked;
