/** The laws of the books as tests: a naive model, random histories and what must hold of both. */
@NullMarked
package taizhang.books.laws;

import org.jspecify.annotations.NullMarked;
