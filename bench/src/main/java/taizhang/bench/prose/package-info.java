/** The reader of official prose, beside a segmenter of Chinese text. */
@NullMarked
package taizhang.bench.prose;

import org.jspecify.annotations.NullMarked;
