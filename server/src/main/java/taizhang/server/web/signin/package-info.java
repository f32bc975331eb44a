/** Signing in and out, the first run, one's own profile. */
@NullMarked
package taizhang.server.web.signin;

import org.jspecify.annotations.NullMarked;
