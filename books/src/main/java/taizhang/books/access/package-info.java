/**
 * Who may see and do what: posts that persons hold, and the one predicate that every list, count,
 * total, export and address asks.
 */
@NullMarked
package taizhang.books.access;

import org.jspecify.annotations.NullMarked;
