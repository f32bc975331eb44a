/** The first page of a day: what awaits a person, what moved, where to go on. */
@NullMarked
package taizhang.server.web.desk;

import org.jspecify.annotations.NullMarked;
