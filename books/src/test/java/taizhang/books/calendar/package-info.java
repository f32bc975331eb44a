@NullMarked
package taizhang.books.calendar;

import org.jspecify.annotations.NullMarked;
