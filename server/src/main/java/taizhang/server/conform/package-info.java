@NullMarked
package taizhang.server.conform;

import org.jspecify.annotations.NullMarked;
