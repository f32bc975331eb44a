/** The pages of ledgers: what ledgers there are, and one of them as table, board, calendar, map. */
@NullMarked
package taizhang.server.web.ledger;

import org.jspecify.annotations.NullMarked;
