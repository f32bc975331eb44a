@NullMarked
package taizhang.books.pack;

import org.jspecify.annotations.NullMarked;
