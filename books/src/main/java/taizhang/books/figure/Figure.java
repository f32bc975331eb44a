package taizhang.books.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import taizhang.books.period.Period;

/**
 * An indicator's value at an area, for a period, at a point of the books.
 *
 * @param indicator full code
 * @param area code of the area
 * @param period the span asked for
 * @param value in the indicator's base unit; null where there is none (—), never 0 in its place
 * @param comparator {@code =}, or what a stated value says: ≥ ≤ ≈ ×
 * @param status actual; for stated values also estimate, target, bulletin, final
 * @param seq newest entry read
 * @param day last day read
 */
public record Figure(
    String indicator,
    String area,
    Period period,
    @Nullable BigDecimal value,
    String comparator,
    String status,
    long seq,
    LocalDate day) {}
