@NullMarked
package taizhang.prose.bench;

import org.jspecify.annotations.NullMarked;
