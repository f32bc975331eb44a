package taizhang.server.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;
import taizhang.books.entry.FileRef;
import taizhang.books.entry.Value;
import taizhang.books.pack.Acceptance;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.books.refusal.ProblemCode;
import taizhang.server.ledger.Sealing;
import taizhang.server.ledger.TownRules;

/** What fields hold, in the words of the screen. */
public final class FieldText {

  private static final int LONGEST = 400;

  private FieldText() {}

  /** The value of a field as {@link #of(Field, Value, AreaTree)}; an indicator by its name. */
  public static String of(Field field, Value value, TownRules rules) {
    Indicator indicator =
        field.type() == FieldType.INDICATOR && !(value instanceof Value.Cleared)
            ? rules.packs().indicator(value.asText())
            : null;
    return indicator == null ? of(field, value, rules.areas()) : indicator.title();
  }

  /** The value of a field; of personal ones only that there is one. */
  public static String of(Field field, Value value, AreaTree areas) {
    if (value instanceof Value.Cleared) {
      return "（清空）";
    }
    if (field.classification().sealed()) {
      return "••••••";
    }
    if (value instanceof Value.YesNo(boolean yes)) {
      return yes ? "是" : "否";
    }
    if (Sealing.sealed(value.asText())) {
      return "••••••";
    }
    List<FileRef> files = FileRef.of(value);
    if (!files.isEmpty()) {
      return FileRef.names(value);
    }
    return fits(field, value) ? text(field, value.asText(), areas) : plain(value.asText());
  }

  /** True where the value is one that the field holds as it is declared now. */
  public static boolean fits(Field field, Value value) {
    return Acceptance.ofValue(field, value).stream()
        .noneMatch(problem -> problem.code() == ProblemCode.WRONG_TYPE);
  }

  private static String text(Field field, String text, AreaTree areas) {
    return switch (field.type()) {
      case MONEY, QUANTITY, DECIMAL, INTEGER ->
          number(text) + (field.unit() == null ? "" : field.unit());
      case PERCENT -> number(text) + "%";
      case CODE -> field.codes().getOrDefault(text, text);
      case AREA -> area(areas, text);
      default -> plain(text);
    };
  }

  private static String plain(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "……" : text;
  }

  /** The name of an area; its code where the town has none such. */
  public static String area(AreaTree areas, @Nullable String code) {
    Area area = code == null ? null : areas.find(code);
    return area == null ? (code == null ? "" : code) : area.name();
  }

  private static String number(String text) {
    try {
      return Labels.number(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** The title of a state, empty where the ledger has none. */
  public static String state(Ledger ledger, String state) {
    Lifecycle lifecycle = ledger.lifecycle();
    Lifecycle.State found = lifecycle == null ? null : lifecycle.states().get(state);
    return found == null ? state : found.title();
  }
}
