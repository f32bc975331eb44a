/** The books: appending, reading, verifying, and the disk they take. */
@NullMarked
package taizhang.bench.books;

import org.jspecify.annotations.NullMarked;
