@NullMarked
package taizhang.books.conform;

import org.jspecify.annotations.NullMarked;
