/**
 * What fields come to that follow from others: formulas, bands, and what records below add up to.
 */
@NullMarked
package taizhang.books.derive;

import org.jspecify.annotations.NullMarked;
