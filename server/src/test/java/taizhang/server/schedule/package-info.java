@NullMarked
package taizhang.server.schedule;

import org.jspecify.annotations.NullMarked;
