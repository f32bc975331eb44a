/** Matters on the screen: what is to be done, where it stands, how it went. */
@NullMarked
package taizhang.server.web.matter;

import org.jspecify.annotations.NullMarked;
