package taizhang.server.report;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import taizhang.books.period.Period;

/**
 * How a citation is written: {@code {{code option …}}}, options parted by spaces.
 *
 * <pre>
 * code                    economy.tax_revenue, or economy.tax_revenue#target for its target
 * period=2023-01/2023-10  the span read; else the outline's
 * area=370826110201       one area; else the whole town
 * slice=age_band=60+      one part of a breakdown
 * at=2023-10-31           the last day read; else the day of the composition
 * belongs                 by 所属期 instead of the day an amount stands in
 * unit=亿元                the unit written
 * decimals=2              decimals kept, rounded half up, trailing zeros dropped
 * approx=over             exact, over (余, 超过), about (约) or under (近); used only where true
 * step=1000               approximate wording goes to a multiple of this many base units
 * numerals=chinese        small counts in characters (五个); or arabic
 * bare                    without what is counted, where the prose names it
 * as=growth               增长… or 下降…; as=doubling: 翻一番
 * </pre>
 *
 * A citation never holds a number to print: there is no option for one.
 */
final class CitationSyntax {

  static final List<String> FLAGS = List.of("bare", "belongs");
  static final List<String> OPTIONS =
      List.of(
          "period", "area", "slice", "at", "unit", "decimals", "approx", "step", "numerals", "as");

  private static final Pattern CODE =
      Pattern.compile("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*(#target)?");
  private static final Set<String> APPROX = Set.of("exact", "over", "about", "under");

  private final String source;
  private final int line;
  private final Map<String, String> options = new LinkedHashMap<>();

  private CitationSyntax(String source, int line) {
    this.source = source;
    this.line = line;
  }

  /**
   * Reads what stands between the braces.
   *
   * @throws IllegalArgumentException saying what is wrong and what is allowed
   */
  static Citation read(String source, int line) {
    return new CitationSyntax(source.strip(), line).citation();
  }

  private Citation citation() {
    String[] words = source.split("\\s+");
    if (!CODE.matcher(words[0]).matches()) {
      throw new IllegalArgumentException("“" + words[0] + "”不是指标代码，应写作 模块.名称 或 模块.名称#target");
    }
    for (int i = 1; i < words.length; i++) {
      option(words[i]);
    }
    String area = options.get("area");
    return new Citation(
        source,
        line,
        words[0],
        options.containsKey("period") ? Period.parse(options.getOrDefault("period", "")) : null,
        area,
        day(options.get("at")),
        options.getOrDefault("slice", ""),
        options.containsKey("belongs"),
        style());
  }

  private void option(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    boolean known = equals < 0 ? FLAGS.contains(name) : OPTIONS.contains(name);
    if (!known) {
      throw new IllegalArgumentException(
          "没有选项“" + word + "”，可用：" + String.join("= ", OPTIONS) + "= " + String.join(" ", FLAGS));
    }
    if (equals >= 0 && equals == word.length() - 1) {
      throw new IllegalArgumentException("选项 " + name + "= 没有值");
    }
    if (options.put(name, equals < 0 ? "yes" : word.substring(equals + 1)) != null) {
      throw new IllegalArgumentException("选项 " + name + " 写了两次");
    }
  }

  private Citation.Style style() {
    String numerals = oneOf("numerals", Set.of("chinese", "arabic"));
    String as = oneOf("as", Set.of("growth", "doubling"));
    return new Citation.Style(
        options.get("unit"),
        integer(options.get("decimals")),
        step(options.get("step")),
        oneOf("approx", APPROX),
        numerals == null ? null : numerals.equals("chinese"),
        options.containsKey("bare"),
        as == null ? Citation.Manner.PLAIN : Citation.Manner.valueOf(as.toUpperCase(Locale.ROOT)));
  }

  private @Nullable String oneOf(String name, Set<String> allowed) {
    String value = options.get(name);
    if (value != null && !allowed.contains(value)) {
      throw new IllegalArgumentException(
          name + "=" + value + "，可用：" + String.join(", ", allowed.stream().sorted().toList()));
    }
    return value;
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("at=" + text + " 不是日期，应写作 at=2023-10-31", e);
    }
  }

  private static @Nullable Integer integer(@Nullable String text) {
    if (text != null && !text.matches("[0-6]")) {
      throw new IllegalArgumentException("decimals=" + text + "，可用：0 至 6");
    }
    return text == null ? null : Integer.valueOf(text);
  }

  private static @Nullable BigDecimal step(@Nullable String text) {
    if (text != null && !text.matches("\\d{1,15}(\\.\\d{1,6})?|0\\.\\d{1,6}")) {
      throw new IllegalArgumentException("step=" + text + " 不是数");
    }
    return text == null ? null : new BigDecimal(text);
  }
}
