package taizhang.bench.books;

import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A pack of 50 indicators that groups report monthly, either ten on a sheet or each by itself, and
 * ten indicators of the form (a + b) / (c + d).
 */
final class BenchPack {

  static final String NAME = "bench";
  static final int INDICATORS = 50;
  static final int ON_A_SHEET = 10;
  static final int SHEETS = INDICATORS / ON_A_SHEET;
  static final int RATES = 10;

  private static final String PLACED =
      "place: {title: 村民小组, type: area, required: true}, month: {title: 所属月, type: period, required: true},"
          + " month_end: {title: 月末, type: date, required: true}";

  private BenchPack() {}

  /** Ledger of a sheet of ten values. */
  static String sheet(int n) {
    return NAME + ".sheet" + n;
  }

  /** Ledger of one value. */
  static String value(int n) {
    return NAME + ".value" + n;
  }

  /** A computed indicator. */
  static String rate(int n) {
    return NAME + ".rate" + n;
  }

  static String yaml() {
    StringJoiner yaml = new StringJoiner("\n", "", "\n");
    yaml.add("pack: " + NAME).add("title: 月报").add("owner: 统计站").add("version: 1").add("ledgers:");
    for (int sheet = 0; sheet < SHEETS; sheet++) {
      yaml.add(ledger("sheet" + sheet, sheet * ON_A_SHEET, ON_A_SHEET));
    }
    for (int value = 0; value < INDICATORS; value++) {
      yaml.add(ledger("value" + value, value, 1));
    }
    yaml.add("indicators:");
    for (int n = 0; n < INDICATORS; n++) {
      yaml.add("  m%d: {title: 指标%d, unit: 人, kind: flow, authority: own}".formatted(n, n));
    }
    for (int n = 0; n < RATES; n++) {
      int a = n * 4;
      yaml.add(computed("above" + n, "sum(m%d, m%d)".formatted(a, a + 1), "人"));
      yaml.add(computed("below" + n, "sum(m%d, m%d)".formatted(a + 2, a + 3), "人"));
      yaml.add(computed("rate" + n, "ratio(above%d, below%d)".formatted(n, n), "%"));
    }
    return yaml.toString();
  }

  private static String ledger(String name, int first, int count) {
    String fields =
        each(first, count, ", ", "a%1$d: {title: 数值%1$d, type: decimal, unit: 人, min: 0}");
    String posts = each(first, count, "\n", "      - {to: m%1$d, amount: a%1$d, on: month_end}");
    return """
      %s:
        title: 月报表%s
        lives_at: group
        opens_on: month_end
        key: [place, month]
        fields: {%s, %s}
        post:
    %s\
    """
        .formatted(name, name, PLACED, fields, posts);
  }

  private static String each(int first, int count, String between, String form) {
    return IntStream.range(first, first + count)
        .mapToObj(n -> form.formatted(n))
        .collect(Collectors.joining(between));
  }

  /** The reported indicators that the computed ones are made of, quoted, with commas between. */
  static String quotedParts() {
    return IntStream.range(0, RATES * 4)
        .mapToObj(n -> "'" + NAME + ".m" + n + "'")
        .collect(Collectors.joining(", "));
  }

  private static String computed(String name, String formula, String unit) {
    return "  %s: {title: %s, formula: \"%s\", unit: \"%s\"}".formatted(name, name, formula, unit);
  }
}
