@NullMarked
package taizhang.books.period;

import org.jspecify.annotations.NullMarked;
