/** Reading a question for a number, as people ask it: 低保多少户. */
@NullMarked
package taizhang.books.question;

import org.jspecify.annotations.NullMarked;
