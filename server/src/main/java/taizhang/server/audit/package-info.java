@NullMarked
package taizhang.server.audit;

import org.jspecify.annotations.NullMarked;
