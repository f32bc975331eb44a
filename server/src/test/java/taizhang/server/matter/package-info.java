@NullMarked
package taizhang.server.matter;

import org.jspecify.annotations.NullMarked;
