/** What the serving program does by itself as time passes. */
@NullMarked
package taizhang.server.schedule;

import org.jspecify.annotations.NullMarked;
