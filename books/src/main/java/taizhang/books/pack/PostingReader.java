package taizhang.books.pack;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the posting rules of one ledger and checks them against the indicators they post to. */
final class PostingReader {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]*)}");
  private static final Set<FieldType> WORDS =
      Set.of(
          FieldType.TEXT,
          FieldType.CODE,
          FieldType.AREA,
          FieldType.ENTERPRISE,
          FieldType.HOUSEHOLD,
          FieldType.PLACE,
          FieldType.INDICATOR,
          FieldType.YES_NO);

  private final String pack;
  private final Fields fields;
  private final @Nullable Lifecycle lifecycle;
  private final ConditionReader conditions;
  private final Map<String, Indicator> indicators;
  private final Declared declared;
  private final Problems problems;

  PostingReader(
      String pack,
      Fields fields,
      @Nullable Lifecycle lifecycle,
      ConditionReader conditions,
      Map<String, Indicator> indicators,
      Declared declared) {
    this.pack = pack;
    this.fields = fields;
    this.lifecycle = lifecycle;
    this.conditions = conditions;
    this.indicators = indicators;
    this.declared = declared;
    this.problems = declared.problems();
  }

  /** The rule, or null where nothing certain can be said of it. */
  @Nullable PostingRule read(Tree.Mapping tree) {
    if (!problems.sound(tree)) {
      return null;
    }
    String to = tree.text("to", "");
    boolean template = to.indexOf('{') >= 0;
    IndicatorKind kind = template ? templateKind(to, tree) : kind(to, tree);
    Amount amount = amount(tree);
    if (!template && kind != null) {
      unit(amount, Names.full(pack, to), tree);
    }
    Map<String, String> slices = new LinkedHashMap<>();
    Tree.Mapping named = tree.mapping("slices");
    named.items().keySet().forEach(name -> slices.put(name, named.text(name, "")));
    named.items().keySet().forEach(name -> field(named, name, WORDS, "a text or code"));
    if (kind == null) {
      return null;
    }
    new PostingShape(tree, kind, problems).check();
    return new PostingRule(
        template ? to : Names.full(pack, to),
        kind,
        amount,
        field(tree, "on", Set.of(FieldType.DATE), "a date"),
        delay(tree),
        state(tree),
        conditions.read(tree, "when"),
        field(tree, "key", Set.of(), ""),
        slices,
        field(tree, "period", Set.of(FieldType.PERIOD), "a period"),
        field(tree, "comparator", WORDS, "a text or code"),
        field(tree, "status", WORDS, "a text or code"));
  }

  private IndicatorKind templateKind(String to, Tree.Mapping tree) {
    Matcher named = PLACEHOLDER.matcher(to);
    while (named.find()) {
      named(named.group(1), tree.value("to"), WORDS, "an indicator, a text or a code");
    }
    return IndicatorKind.of(tree.text("kind", "stated"));
  }

  private @Nullable IndicatorKind kind(String to, Tree.Mapping tree) {
    if (tree.items().containsKey("kind")) {
      problems.add(
          tree.at("kind"), "the indicator says its kind; 'kind' is only for 'to: \"{field}\"'");
    }
    String code = Names.full(pack, to);
    String bare = Names.bare(code);
    if (!declared.knows(declared.indicators(), bare, "indicator", pack, tree.value("to"))) {
      return null;
    }
    Indicator indicator = indicators.get(bare);
    if (indicator == null || !bare.equals(code)) {
      return indicator == null ? null : IndicatorKind.STATED;
    }
    if (indicator.kind() == IndicatorKind.COMPUTED) {
      problems.add(tree.value("to"), "'" + to + "' has a formula, nothing is posted to it");
      return null;
    }
    return indicator.kind();
  }

  /** A whole number of days, or the whole-number field that holds it. */
  private Delay delay(Tree.Mapping tree) {
    String text = tree.text("after");
    if (text == null || !Character.isLetter(text.charAt(0))) {
      return text == null ? Delay.NONE : new Delay(Integer.parseInt(text), null);
    }
    String field = field(tree, "after", Set.of(FieldType.INTEGER), "a whole number");
    return field == null ? Delay.NONE : new Delay(0, field);
  }

  private Amount amount(Tree.Mapping tree) {
    Tree.Scalar text = tree.scalar("amount");
    if (text == null) {
      return Amount.ONE;
    }
    Amount amount;
    try {
      amount = Amount.parse(text.text());
    } catch (IllegalArgumentException e) {
      problems.add(text.place(), String.valueOf(e.getMessage()));
      return Amount.ONE;
    }
    for (String name : amount.fields()) {
      Field field = open(fields.find(name, text.place(), problems), text.place());
      if (field != null && !isNumber(field.type())) {
        problems.add(
            text.place(), "'" + name + "' is " + field.type().code() + " and cannot be an amount");
      }
    }
    return amount;
  }

  private static boolean isNumber(FieldType type) {
    return switch (type) {
      case INTEGER, DECIMAL, MONEY, QUANTITY, PERCENT -> true;
      default -> false;
    };
  }

  /** A single field's amount goes in as it is, so its unit must be the indicator's. */
  private void unit(Amount amount, String to, Tree.Mapping tree) {
    Indicator indicator = indicators.get(Names.bare(to));
    if (indicator == null
        || amount.fields().size() != 1
        || amount.constant().abs().compareTo(BigDecimal.ONE) != 0) {
      return;
    }
    Field field = fields.sound().get(amount.fields().getFirst());
    if (field != null
        && field.unit() != null
        && !indicator.unit().isEmpty()
        && !field.unit().equals(indicator.unit())) {
      problems.add(
          tree.value("amount"),
          "'"
              + field.name()
              + "' is in "
              + field.unit()
              + ", but "
              + indicator.code()
              + " is in "
              + indicator.unit());
    }
  }

  private @Nullable String state(Tree.Mapping tree) {
    String state = tree.text("on_enter");
    if (state == null || lifecycle == null) {
      return state;
    }
    if (!lifecycle.states().containsKey(state)) {
      problems.add(
          tree.value("on_enter"),
          "there is no state '"
              + state
              + "'"
              + Suggestion.among(lifecycle.states().keySet(), state));
    }
    return state;
  }

  private @Nullable String field(
      Tree.Mapping tree, String key, Set<FieldType> types, String wanted) {
    String name = tree.text(key);
    if (name != null) {
      named(name, tree.value(key), types, wanted);
    }
    return name;
  }

  private void named(String name, Place place, Set<FieldType> types, String wanted) {
    Field field = open(fields.find(name, place, problems), place);
    if (field != null && !types.isEmpty() && !types.contains(field.type())) {
      problems.add(
          place, "'" + name + "' is " + field.type().code() + ", but this must be " + wanted);
    }
  }

  private @Nullable Field open(@Nullable Field field, Place place) {
    if (field != null && field.classification().sealed()) {
      problems.add(place, "'" + field.name() + "' is personal or sensitive: no rule reads it");
      return null;
    }
    return field;
  }
}
