package taizhang.server.exchange;

import java.math.BigDecimal;
import taizhang.books.pack.Indicator;

/**
 * An indicator that a table moves.
 *
 * @param indicator which
 * @param by how much: of flows and stocks the sum of what is posted; of the distinct, how many keys
 *     are posted; of the stated, how many values are
 * @param pending true where it counts only after review
 */
public record Moved(Indicator indicator, BigDecimal by, boolean pending) {}
