@NullMarked
package taizhang.server.web.matter;

import org.jspecify.annotations.NullMarked;
