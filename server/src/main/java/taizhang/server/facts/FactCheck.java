package taizhang.server.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import taizhang.server.demo.PublishedFact;
import taizhang.server.figure.Extent;

/**
 * A published fact beside what the books give.
 *
 * @param fact as published
 * @param computed the figure of the books in the fact's unit, null where there is none
 * @param behind what stands behind it
 * @param ok true where the figure, printed as the fact was, gives the fact, and entries are behind
 *     it
 */
public record FactCheck(
    PublishedFact fact, @Nullable BigDecimal computed, Extent behind, boolean ok) {}
