package taizhang.server.demo;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import taizhang.books.period.Period;

/**
 * A published figure that a demonstration town's books must give.
 *
 * @param fact its name in the list of facts
 * @param title what the report calls it
 * @param expected in the unit given, without 万 or 亿
 * @param unit unit of the expected value
 * @param text as published: 4717万元, 20余次
 * @param approx exact, over, about or under
 * @param role level, share, growth, completion, excess, rate or factor
 * @param kind actual, target or standing
 * @param status actual, estimate, target or standing
 * @param period the period its figure is read for
 * @param indicator full code, {@code #target} behind it for a target
 * @param area code of the area, null for the whole town
 * @param authority whose number it is
 */
public record PublishedFact(
    String fact,
    String title,
    BigDecimal expected,
    String unit,
    String text,
    String approx,
    String role,
    String kind,
    String status,
    Period period,
    String indicator,
    @Nullable String area,
    String authority) {}
