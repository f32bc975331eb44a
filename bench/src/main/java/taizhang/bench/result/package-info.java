/** What was measured, held against its aim and written down. */
@NullMarked
package taizhang.bench.result;

import org.jspecify.annotations.NullMarked;
