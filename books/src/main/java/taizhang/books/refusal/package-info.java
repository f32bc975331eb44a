@NullMarked
package taizhang.books.refusal;

import org.jspecify.annotations.NullMarked;
