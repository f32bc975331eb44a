/**
 * People: their accounts and sessions, and what they looked at or took away. Which posts they hold
 * stands in the books; what a post grants is {@link taizhang.books.access}.
 */
@NullMarked
package taizhang.server.access;

import org.jspecify.annotations.NullMarked;
