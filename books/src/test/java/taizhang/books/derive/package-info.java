@NullMarked
package taizhang.books.derive;

import org.jspecify.annotations.NullMarked;
