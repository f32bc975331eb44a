package taizhang.server.web.record;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.server.ledger.Levels;
import taizhang.server.ledger.TownRules;

/** The inputs of a form, as the ledger declares them. */
final class Inputs {
  private static final int RADIO = 5;
  private final Clearance who;
  private final TownRules rules;
  private final Ledger ledger;
  private final Told told;
  private final Map<Long, String> titles;

  /**
   * @param titles what records that the form refers to are called
   */
  Inputs(Clearance who, TownRules rules, Ledger ledger, Told told, Map<Long, String> titles) {
    this.who = who;
    this.rules = rules;
    this.ledger = ledger;
    this.told = told;
    this.titles = titles;
  }

  List<Input> fields(Typed typed, boolean opening) {
    return of(Typed.entered(ledger), typed, opening);
  }

  /** The fields a move asks for, those it needs as such. */
  List<Input> asked(Lifecycle.Move move, Typed typed) {
    return Stream.concat(
            needed(move.needs(), typed).stream().map(Input::needed),
            needed(move.takes(), typed).stream())
        .toList();
  }

  /** Some of the fields. */
  List<Input> needed(List<String> names, Typed typed) {
    List<Field> fields =
        names.stream()
            .map(name -> ledger.fields().get(name))
            .filter(Objects::nonNull)
            .filter(field -> !ledger.isCopied(field.name()) && !ledger.isDerived(field.name()))
            .toList();
    return of(fields, typed, true);
  }

  private List<Input> of(List<Field> fields, Typed typed, boolean opening) {
    return fields.stream().map(field -> input(field, typed, opening)).toList();
  }

  private Input input(Field field, Typed typed, boolean opening) {
    String name = "f." + field.name();
    String value = typed.values().getOrDefault(name, "");
    boolean sealed = field.classification().sealed();
    String help = field.help() == null ? "" : field.help();
    if (sealed && !opening) {
      help = (help.isEmpty() ? "" : help + "。") + "个人信息，不改就留空";
    }
    return new Input(
        name,
        field.title(),
        kind(field),
        value,
        shown(field, value),
        field.required() && (opening || !sealed),
        sealed,
        unit(field),
        help,
        options(field),
        pick(field),
        field.mostFiles(),
        told.at(field.name()));
  }

  private static String unit(Field field) {
    if (field.unit() != null) {
      return field.unit();
    }
    return field.type() == FieldType.PERCENT ? "%" : "";
  }

  private static String kind(Field field) {
    return switch (field.type()) {
      case LONG_TEXT -> "long";
      case FILE, PHOTO -> "files";
      case INTEGER, DECIMAL, MONEY, QUANTITY, PERCENT -> "number";
      case DATE -> "date";
      case TIME -> "time";
      case PHONE -> "tel";
      case YES_NO -> "choice";
      case CODE -> field.codes().size() <= RADIO ? "choice" : "select";
      case AREA -> "select";
      case REF, INDICATOR -> "pick";
      case TEXT, PERIOD, PERSON, HOUSEHOLD, ENTERPRISE, PLACE -> "text";
    };
  }

  private String shown(Field field, String value) {
    if (field.type() == FieldType.REF && value.matches("\\d{1,18}")) {
      return titles.getOrDefault(Long.valueOf(value), "");
    }
    var indicator = field.type() == FieldType.INDICATOR ? rules.packs().indicator(value) : null;
    return indicator == null ? "" : indicator.title();
  }

  private String pick(Field field) {
    String base = "/" + who.town() + "/picks/";
    return switch (field.type()) {
      case REF ->
          field.matter() == null
              ? base + "records?ledger=" + encoded(Objects.requireNonNull(field.ledger()))
              : base + "matters?";
      case INDICATOR -> base + "indicators?";
      case FILE, PHOTO -> "/" + who.town() + "/uploads?name=f." + field.name();
      default -> "";
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<Input.Option> options(Field field) {
    List<Input.Option> options = new ArrayList<>();
    switch (field.type()) {
      case YES_NO -> {
        options.add(new Input.Option("true", "是"));
        options.add(new Input.Option("false", "否"));
      }
      case CODE ->
          field.choices().forEach((code, title) -> options.add(new Input.Option(code, title)));
      case AREA -> rules.areas().all().forEach(area -> options.add(option(area)));
      default -> {}
    }
    return options;
  }

  private static Input.Option option(Area area) {
    return new Input.Option(area.code(), area.name());
  }

  /**
   * The areas of the ledger's level in which the person may enter, on a day.
   *
   * @param must true where one must be chosen
   */
  Input area(Typed typed, LocalDate day, boolean must, String help) {
    List<Input.Option> options = areas(day).stream().map(Inputs::option).toList();
    String value = typed.get("area");
    if (value.isEmpty() && must && options.size() == 1) {
      value = options.getFirst().value();
    }
    return Input.beside("area", "区域", "select", value, must, help, told.at("area"))
        .offering(options);
  }

  private List<Area> areas(LocalDate day) {
    AreaTree tree = rules.areas();
    return tree.all().stream()
        .filter(area -> area.on(day) && Levels.fits(ledger.livesAt(), area.level()))
        .filter(area -> who.may(Right.WRITE, ledger, area.code()))
        .sorted(Comparator.comparing(Area::code))
        .toList();
  }

  Input day(Typed typed, String title, boolean must, String help) {
    return Input.beside(
        "on", title, "date", typed.get("on"), must, help, told.at("effective_on", "on"));
  }

  Input reason(Typed typed, boolean must, String help) {
    return Input.beside("reason", "原因", "text", typed.get("reason"), must, help, told.at("reason"));
  }
}
