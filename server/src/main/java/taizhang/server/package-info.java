@NullMarked
package taizhang.server;

import org.jspecify.annotations.NullMarked;
