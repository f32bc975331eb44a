package taizhang.server.exchange;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Value;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;

/**
 * What a cell means in a field. What cannot be read is left as it is written, for the ledger to
 * refuse with its own words.
 */
final class CellReading {

  private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([, ]\\d{3})+(\\.\\d+)?");
  private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
  private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern CHINESE_PERIOD = Pattern.compile("(\\d{4})年(?:(\\d{1,2})月)?");
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final int LAST_DAY = 109_938; // 2200-12-31
  private static final int MINUTES = 24 * 60;
  private static final Set<String> YES = Set.of("是", "有", "yes", "y", "true", "√", "对");
  private static final Set<String> NO = Set.of("否", "无", "no", "n", "false", "×", "不");

  private final Areas areas;

  CellReading(Areas areas) {
    this.areas = areas;
  }

  /** The value of a cell that is not empty. */
  Value read(Field field, Cell cell) {
    String text = cell.text();
    return switch (field.type().form()) {
      case TEXT -> Value.of(text(field, text));
      case INTEGER, DECIMAL -> Value.of(number(field, cell));
      case DATE -> Value.of(date(cell));
      case TIME -> Value.of(time(cell));
      case PERIOD -> Value.of(period(plain(text)));
      case YES_NO -> yesNo(plain(text).toLowerCase(Locale.ROOT), text);
      case LISTING ->
          new Value.Listing(
              Stream.of(text.split("[、;；\\n]", -1))
                  .map(String::strip)
                  .filter(s -> !s.isEmpty())
                  .toList());
    };
  }

  /** A number grouped by thousands, which some write for people and no two alike. */
  static boolean grouped(Field field, Cell cell) {
    FieldType.Form form = field.type().form();
    boolean number = form == FieldType.Form.DECIMAL || form == FieldType.Form.INTEGER;
    return number && GROUPED.matcher(plain(cell.text())).matches();
  }

  /** Full-width digits and signs as half-width ones, without blanks around. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  private String text(Field field, String text) {
    return switch (field.type()) {
      case CODE -> code(field, text.strip());
      case AREA -> areas.code(text.strip());
      case PHONE -> plain(text);
      default -> Neutral.read(text);
    };
  }

  /** A code, or the code of a title that only one has. */
  private static String code(Field field, String written) {
    List<String> titled =
        field.codes().entrySet().stream()
            .filter(code -> code.getValue().equals(written))
            .map(Map.Entry::getKey)
            .toList();
    return titled.size() == 1 && !field.codes().containsKey(written) ? titled.getFirst() : written;
  }

  private static String number(Field field, Cell cell) {
    String text = plain(cell.text());
    boolean percentage = field.type() == FieldType.PERCENT;
    if (percentage && cell.percent()) {
      return new BigDecimal(text).movePointRight(2).stripTrailingZeros().toPlainString();
    }
    return percentage && text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
  }

  static String date(Cell cell) {
    String text = plain(cell.text());
    if (cell.number() && text.matches("\\d{1,6}(\\.\\d+)?")) {
      int days = new BigDecimal(text).intValue();
      return days > 0 && days <= LAST_DAY ? DAY_ZERO.plusDays(days).toString() : text;
    }
    int time = text.indexOf(' ');
    String day =
        time > 0 && text.substring(time).matches(" 0{1,2}:00(:00)?")
            ? text.substring(0, time)
            : text;
    String read = date(DATE.matcher(day));
    return read == null ? date(COMPACT_DATE.matcher(day), text) : read;
  }

  private static String date(Matcher m, String otherwise) {
    String read = date(m);
    return read == null ? otherwise : read;
  }

  private static @Nullable String date(Matcher m) {
    try {
      return m.matches()
          ? LocalDate.of(
                  Integer.parseInt(m.group(1)),
                  Integer.parseInt(m.group(2)),
                  Integer.parseInt(m.group(3)))
              .toString()
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String time(Cell cell) {
    String text = plain(cell.text());
    if (cell.number() && text.matches("0(\\.\\d+)?")) {
      int minutes = new BigDecimal(text).multiply(BigDecimal.valueOf(MINUTES)).intValue();
      return LocalTime.ofSecondOfDay(minutes * 60L).toString();
    }
    return text.matches("\\d:\\d\\d") ? "0" + text : text;
  }

  private static String period(String text) {
    Matcher m = CHINESE_PERIOD.matcher(text);
    if (!m.matches()) {
      return text;
    }
    return m.group(2) == null
        ? m.group(1)
        : "%s-%02d".formatted(m.group(1), Integer.parseInt(m.group(2)));
  }

  private static Value yesNo(String plain, String written) {
    if (YES.contains(plain)) {
      return Value.of(true);
    }
    return NO.contains(plain) ? Value.of(false) : Value.of(written);
  }
}
