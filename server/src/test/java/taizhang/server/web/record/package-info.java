@NullMarked
package taizhang.server.web.record;

import org.jspecify.annotations.NullMarked;
