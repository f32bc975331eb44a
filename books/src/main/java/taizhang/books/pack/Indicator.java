package taizhang.books.pack;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What postings add up to (指标), or a formula over such figures.
 *
 * @param code full code, {@code pack.indicator}
 * @param title its standard term
 * @param unit base unit of its figures: 元, 亩, 户, %
 * @param kind what its postings mean
 * @param formula for computed indicators, else null
 * @param authority whose number it is: own, bureau, finance, tax or a department
 * @param aliases other names that reports use
 * @param partOf full code of the indicator it is a part of (其中)
 * @param better {@code up}, {@code down} or null where neither direction is better
 * @param pace true where linear progress over the year makes sense (序时进度)
 * @param caliber what is counted and what not (口径), with its source
 * @param print how officials write its figures
 */
public record Indicator(
    String code,
    String title,
    String unit,
    IndicatorKind kind,
    @Nullable Formula formula,
    String authority,
    List<String> aliases,
    @Nullable String partOf,
    @Nullable String better,
    boolean pace,
    @Nullable String caliber,
    Print print) {

  public Indicator {
    aliases = List.copyOf(aliases);
  }

  /** Full codes of the indicators that its definition speaks of. */
  Stream<String> refersTo() {
    return Stream.concat(
        Stream.ofNullable(partOf),
        formula == null ? Stream.empty() : formula.parts().stream().map(Names::bare));
  }
}
