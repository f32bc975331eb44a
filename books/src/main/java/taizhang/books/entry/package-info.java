@NullMarked
package taizhang.books.entry;

import org.jspecify.annotations.NullMarked;
