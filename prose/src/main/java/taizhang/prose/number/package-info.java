/** Numbers as prose writes them, Arabic and Chinese, and the units and classifiers after them. */
@NullMarked
package taizhang.prose.number;

import org.jspecify.annotations.NullMarked;
