/** Reading a report that somebody gave: its text with marks, its defects, numbers and promises. */
@NullMarked
package taizhang.server.web.read;

import org.jspecify.annotations.NullMarked;
