@NullMarked
package taizhang.server.figure;

import org.jspecify.annotations.NullMarked;
