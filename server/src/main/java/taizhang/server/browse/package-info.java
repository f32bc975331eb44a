/** Looking through a ledger: filters, sorting, pages, totals, groups and the views people keep. */
@NullMarked
package taizhang.server.browse;

import org.jspecify.annotations.NullMarked;
