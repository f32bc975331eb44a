/** Locking months, opening them again, and what was entered late. */
@NullMarked
package taizhang.server.closing;

import org.jspecify.annotations.NullMarked;
