/** Every family of a township's books, entered by its own clerk. */
@NullMarked
package taizhang.server.web.family;

import org.jspecify.annotations.NullMarked;
