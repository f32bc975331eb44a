@NullMarked
package taizhang.server.web.setup;

import org.jspecify.annotations.NullMarked;
