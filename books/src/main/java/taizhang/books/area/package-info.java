@NullMarked
package taizhang.books.area;

import org.jspecify.annotations.NullMarked;
