@NullMarked
package taizhang.prose.review;

import org.jspecify.annotations.NullMarked;
