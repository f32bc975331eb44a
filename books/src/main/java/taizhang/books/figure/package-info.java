@NullMarked
package taizhang.books.figure;

import org.jspecify.annotations.NullMarked;
