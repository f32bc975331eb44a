@NullMarked
package taizhang.server.web.read;

import org.jspecify.annotations.NullMarked;
