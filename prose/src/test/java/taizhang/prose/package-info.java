@NullMarked
package taizhang.prose;

import org.jspecify.annotations.NullMarked;
