package taizhang.prose.claim;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import taizhang.prose.number.Approx;
import taizhang.prose.number.Unit;

/**
 * A quantity claim of a report.
 *
 * @param id {@code c1}, {@code c2} … in the order of the text
 * @param line the line of the file, from 1
 * @param start UTF-16 offset in the line
 * @param end offset after its last character
 * @param text exactly that slice
 * @param value the value in the unit's base, the lower end of a range; negative for a decrease
 * @param high the upper end of a range, or null
 * @param printed the value as results print it
 * @param unit what it counts or measures
 * @param subject the shortest phrase that names it
 * @param scope the place it speaks of
 * @param period 2023, 2023-H1, 2023-Q3, 2023-07, 2023-01/2023-10, 2019/2023, or empty when it has
 *     none
 * @param parent the id of the whole it is part of, or of the level a rate belongs to
 * @param indicator the code of the catalogue's indicator, or null
 * @param score how well subject and indicator match, 0 to 1
 */
public record Claim(
    String id,
    int line,
    int start,
    int end,
    String text,
    BigDecimal value,
    @Nullable BigDecimal high,
    String printed,
    Unit unit,
    Approx approx,
    Role role,
    Kind kind,
    String subject,
    String scope,
    String period,
    @Nullable String parent,
    @Nullable String indicator,
    double score) {}
