package taizhang.books.pack;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import taizhang.books.entry.FileRef;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;
import taizhang.books.period.Period;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;

/**
 * Whether a ledger takes what is submitted: each field by its declaration, then the whole by the
 * ledger's checks.
 */
public final class Acceptance {

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,19})(\\.\\d{1,18})?");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,19}");
  private static final int TEXT_LENGTH = 500;
  private static final int LONG_TEXT_LENGTH = 1_000_000;

  private Acceptance() {}

  /** What is wrong with the fields a patch sets. */
  public static List<Problem> ofPatch(Ledger ledger, Map<String, Value> patch) {
    List<Problem> problems = new ArrayList<>();
    patch.forEach((name, value) -> {
      Field field = ledger.fields().get(name);
      if (field == null) {
        String known = String.join("、", ledger.fields().keySet());
        problems.add(Problem.of(ProblemCode.UNKNOWN_FIELD, ledger.title(), name, known).in(name));
      } else if (ledger.isDerived(name)) {
        problems.add(Problem.of(ProblemCode.DERIVED_FIELD, field.title()).in(name));
      } else if (!(value instanceof Value.Cleared)) {
        check(field, value, problems);
      }
    });
    return problems;
  }

  /** What is wrong with a record as it would stand: fields missing and checks that do not hold. */
  public static List<Problem> ofImage(Ledger ledger, Image image, String state, LocalDate today) {
    List<Problem> problems = new ArrayList<>();
    for (Field field : ledger.fields().values()) {
      if (field.required() && image.text(field.name()).isEmpty()) {
        problems.add(Problem.of(ProblemCode.MISSING_FIELD, field.title()).in(field.name()));
      }
    }
    if (problems.isEmpty()) {
      for (Ledger.Check check : ledger.checks()) {
        if (!check.condition().holds(image, state, today.toString())) {
          problems.add(Problem.of(ProblemCode.CHECK_FAILED, check.say()));
        }
      }
    }
    return problems;
  }

  /** What is wrong with one value as that of a field. */
  public static List<Problem> ofValue(Field field, Value value) {
    List<Problem> problems = new ArrayList<>();
    check(field, value, problems);
    return problems;
  }

  private static void check(Field field, Value value, List<Problem> problems) {
    if (!written(field, value)) {
      problems.add(
          Problem.of(ProblemCode.WRONG_TYPE, field.title(), expected(field), value.asText())
              .in(field.name()));
      return;
    }
    if (value instanceof Value.Listing(List<String> items)) {
      files(field, items, problems);
      return;
    }
    String text = value.asText();
    if (field.type() == FieldType.CODE && !field.codes().containsKey(text)) {
      String known = String.join("、", field.codes().keySet());
      problems.add(
          Problem.of(ProblemCode.UNKNOWN_CODE, field.title(), text, known).in(field.name()));
    }
    int most = field.type() == FieldType.LONG_TEXT ? LONG_TEXT_LENGTH : TEXT_LENGTH;
    if (text.length() > most) {
      problems.add(
          Problem.of(ProblemCode.TOO_LONG, field.title(), most, text.length()).in(field.name()));
    }
    FieldType.Form form = field.type().form();
    if (form == FieldType.Form.INTEGER || form == FieldType.Form.DECIMAL) {
      range(field, new BigDecimal(text), problems);
    }
  }

  /** Files are named by their digests; a field takes one unless it says how many. */
  private static void files(Field field, List<String> items, List<Problem> problems) {
    if (items.size() > field.mostFiles()) {
      problems.add(
          Problem.of(ProblemCode.TOO_MANY_FILES, field.title(), field.mostFiles(), items.size())
              .in(field.name()));
    }
    items.stream()
        .filter(item -> FileRef.parse(item) == null)
        .forEach(item ->
            problems.add(
                Problem.of(ProblemCode.WRONG_TYPE, field.title(), expected(field), item)
                    .in(field.name())));
  }

  private static void range(Field field, BigDecimal number, List<Problem> problems) {
    boolean below = field.min() != null && number.compareTo(field.min()) < 0;
    boolean above = field.max() != null && number.compareTo(field.max()) > 0;
    if (below || above) {
      Object min = field.min() == null ? "−∞" : field.min();
      Object max = field.max() == null ? "∞" : field.max();
      problems.add(
          Problem.of(ProblemCode.OUT_OF_RANGE, field.title(), min, max, number).in(field.name()));
    }
  }

  private static boolean written(Field field, Value value) {
    FieldType.Form form = field.type().form();
    return switch (value) {
      case Value.YesNo(var ignored) -> form == FieldType.Form.YES_NO;
      case Value.Listing(var ignored) -> form == FieldType.Form.LISTING;
      case Value.Cleared() -> true;
      case Value.Text(String text) -> written(field.type(), text);
    };
  }

  private static boolean written(FieldType type, String text) {
    return switch (type.form()) {
      case TEXT -> type != FieldType.PHONE || PHONE.matcher(text).matches();
      case INTEGER -> INTEGER.matcher(text).matches();
      case DECIMAL -> DECIMAL.matcher(text).matches();
      case DATE -> parses(() -> LocalDate.parse(text));
      case TIME -> parses(() -> LocalTime.parse(text));
      case PERIOD -> parses(() -> Period.parse(text));
      case YES_NO, LISTING -> false;
    };
  }

  private static boolean parses(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (DateTimeException | IllegalArgumentException e) {
      return false;
    }
  }

  private static String expected(Field field) {
    return switch (field.type().form()) {
      case TEXT -> field.type() == FieldType.PHONE ? "电话号码 (phone)" : "文字 (text)";
      case INTEGER -> "整数 (12)";
      case DECIMAL -> "数字 (12.5)";
      case DATE -> "日期 (2023-03-05)";
      case TIME -> "时间 (17:59)";
      case PERIOD -> "期间 (2023, 2023-01/2023-10)";
      case YES_NO -> "是/否 (true/false)";
      case LISTING -> "先上传的文件 (list of \"SM3 name\")";
    };
  }
}
