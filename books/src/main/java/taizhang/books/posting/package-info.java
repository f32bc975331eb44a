@NullMarked
package taizhang.books.posting;

import org.jspecify.annotations.NullMarked;
