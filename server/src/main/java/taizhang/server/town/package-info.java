@NullMarked
package taizhang.server.town;

import org.jspecify.annotations.NullMarked;
