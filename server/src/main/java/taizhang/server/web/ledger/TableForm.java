package taizhang.server.web.ledger;

import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import taizhang.books.area.AreaTree;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;

/**
 * What the forms above a ledger's table offer.
 *
 * @param inputs the fields that can be filtered by
 * @param states state to title, empty where the ledger has no lifecycle
 * @param areas the areas that the person may choose from, higher ones first
 * @param timed true where records have time limits
 * @param review true where the ledger's entries wait for review
 * @param offered the columns there are
 */
public record TableForm(
    List<Input> inputs,
    SequencedMap<String, String> states,
    List<AreaChoice> areas,
    boolean timed,
    boolean review,
    List<ColumnChoice> offered) {

  /** A column that can be shown or not. */
  public record ColumnChoice(String name, String title, boolean shown) {}

  /**
   * An area to choose.
   *
   * @param name its name behind as many blanks as it stands below the town
   */
  public record AreaChoice(String code, String name) {}

  /**
   * What a field can be filtered by.
   *
   * @param kind {@code codes}, {@code range}, {@code days} or {@code text}
   * @param title with its unit
   * @param codes what can be ticked, for codes
   */
  public record Input(String name, String title, String kind, SequencedMap<String, String> codes) {}

  static TableForm of(
      Ledger ledger, AreaTree areas, List<String> tops, List<ColumnChoice> offered) {
    SequencedMap<String, String> states = new java.util.LinkedHashMap<>();
    var lifecycle = ledger.lifecycle();
    if (lifecycle != null) {
      lifecycle.states().forEach((name, state) -> states.put(name, state.title()));
    }
    List<Input> inputs =
        ledger.fields().values().stream()
            .filter(field -> !field.classification().sealed())
            .filter(field -> field.type().form() != FieldType.Form.LISTING)
            .filter(field -> TableColumns.told(ledger, field))
            .map(TableForm::input)
            .toList();
    List<AreaChoice> choices =
        tops.stream()
            .flatMap(top -> down(areas, top))
            .distinct()
            .map(code -> choice(areas, code))
            .toList();
    return new TableForm(
        inputs, states, choices, TableColumns.timed(ledger), ledger.review(), offered);
  }

  /** An area with everything below it, each directly behind what it lies in. */
  private static Stream<String> down(AreaTree areas, String top) {
    return Stream.concat(
        Stream.of(top), areas.below(top).stream().flatMap(area -> down(areas, area.code())));
  }

  private static AreaChoice choice(AreaTree areas, String code) {
    var area = areas.find(code);
    String indent = "　".repeat(Math.max(0, areas.path(code).size() - 1));
    return new AreaChoice(code, indent + (area == null ? code : area.name()));
  }

  private static Input input(Field field) {
    String unit = field.unit() == null ? "" : "（" + field.unit() + "）";
    String kind =
        oneOf(field) && field.type() != FieldType.REF
            ? "codes"
            : day(field) ? "days" : number(field) ? "range" : "text";
    return new Input(field.name(), field.title() + unit, kind, codes(field));
  }

  private static SequencedMap<String, String> codes(Field field) {
    SequencedMap<String, String> codes = new java.util.LinkedHashMap<>();
    if (field.type() == FieldType.YES_NO) {
      codes.put("true", "是");
      codes.put("false", "否");
    } else {
      codes.putAll(field.codes());
    }
    return codes;
  }

  /** True where a field is filtered by one of some values rather than by a piece of text. */
  static boolean oneOf(Field field) {
    return switch (field.type()) {
      case CODE, YES_NO, REF -> true;
      default -> false;
    };
  }

  static boolean day(Field field) {
    return field.type().form() == FieldType.Form.DATE;
  }

  static boolean number(Field field) {
    FieldType.Form form = field.type().form();
    return field.type() != FieldType.REF
        && (form == FieldType.Form.INTEGER || form == FieldType.Form.DECIMAL);
  }

  /** What the screen calls a value. */
  static String title(Field field, String value) {
    return codes(field).getOrDefault(value, value);
  }
}
