@NullMarked
package taizhang.books;

import org.jspecify.annotations.NullMarked;
