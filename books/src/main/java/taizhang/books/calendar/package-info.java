/** Working days, office hours, and what falls due when. */
@NullMarked
package taizhang.books.calendar;

import org.jspecify.annotations.NullMarked;
