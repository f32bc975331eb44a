/** The pages on the books of the demonstration: how long a person waits for each. */
@NullMarked
package taizhang.bench.pages;

import org.jspecify.annotations.NullMarked;
