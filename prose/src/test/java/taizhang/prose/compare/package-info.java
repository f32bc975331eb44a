@NullMarked
package taizhang.prose.compare;

import org.jspecify.annotations.NullMarked;
