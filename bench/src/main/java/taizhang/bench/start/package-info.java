/** How soon the program is there, and what memory it takes. */
@NullMarked
package taizhang.bench.start;

import org.jspecify.annotations.NullMarked;
