/** Pages on which records are looked at, entered, mended, reviewed and locked. */
@NullMarked
package taizhang.server.web.record;

import org.jspecify.annotations.NullMarked;
