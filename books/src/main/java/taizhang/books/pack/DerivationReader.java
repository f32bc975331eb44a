package taizhang.books.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how fields follow from others, once the fields of all ledgers are known. */
final class DerivationReader {

  private static final Set<FieldType> NUMBERS =
      Set.of(
          FieldType.INTEGER,
          FieldType.DECIMAL,
          FieldType.MONEY,
          FieldType.QUANTITY,
          FieldType.PERCENT);

  private static final List<String> KEYS = List.of("formula", "bands", "rolls_up");

  private final Declared declared;
  private final Problems problems;
  private final Map<String, Fields> fields;

  /** The ledgers that a ledger rolls up, as far as read. */
  private final Map<String, Set<String>> below = new LinkedHashMap<>();

  DerivationReader(Declared declared, Map<String, Fields> fields) {
    this.declared = declared;
    this.problems = declared.problems();
    this.fields = fields;
  }

  /** Puts what follows into the fields of every ledger. */
  void readAll() {
    declared
        .ledgers()
        .forEach((code, ledger) -> {
          Fields own = fields.getOrDefault(code, Fields.empty());
          Map<String, Field> found = new LinkedHashMap<>();
          ledger
              .mapping("fields")
              .items()
              .forEach((name, item) -> {
                Field field = own.sound().get(name);
                if (item instanceof Tree.Mapping tree && field != null) {
                  Derivation derivation = read(code, ledger, own, field, tree);
                  if (derivation != null) {
                    found.put(name, field.following(derivation));
                  }
                }
              });
          own.sound().putAll(found);
          circles(own, found, ledger);
        });
    below.keySet().forEach(this::refuseCircle);
  }

  private @Nullable Derivation read(
      String code, Tree.Mapping ledger, Fields own, Field field, Tree.Mapping tree) {
    List<String> said = KEYS.stream().filter(tree.items()::containsKey).toList();
    if (said.isEmpty()) {
      return null;
    }
    Place place = tree.at(said.getFirst());
    if (said.size() > 1) {
      problems.add(place, "a field follows in one way only, not by " + String.join(" and ", said));
      return null;
    }
    if (field.required()) {
      problems.add(tree.at("required"), "a field that follows from others is not required");
    }
    return switch (said.getFirst()) {
      case "formula" -> reckoned(own, field, tree);
      case "bands" -> banded(own, field, tree.mapping("bands"));
      default -> rolledUp(code, ledger, field, tree.mapping("rolls_up"));
    };
  }

  private @Nullable Derivation reckoned(Fields own, Field field, Tree.Mapping tree) {
    Tree.Scalar text = Objects.requireNonNull(tree.scalar("formula"));
    if (!NUMBERS.contains(field.type())) {
      problems.add(text.place(), "a formula gives a number, not " + field.type().code());
      return null;
    }
    try {
      Arithmetic formula = Arithmetic.parse(text.text());
      boolean sound = check(formula, own, text);
      String unit = sound ? unit(formula, own, text) : null;
      if (unit != null && field.unit() != null && !unit.equals(field.unit())) {
        problems.add(text.place(), "comes to " + unit + ", but the field is in " + field.unit());
      }
      return sound ? new Derivation.Reckoned(formula, decimals(field, tree)) : null;
    } catch (IllegalArgumentException e) {
      problems.add(text.place(), "formula " + e.getMessage());
      return null;
    }
  }

  private static int decimals(Field field, Tree.Mapping tree) {
    BigDecimal said = tree.number("decimals");
    if (said != null) {
      return said.intValue();
    }
    return switch (field.type()) {
      case INTEGER -> 0;
      case MONEY, PERCENT -> 2;
      default -> 4;
    };
  }

  private boolean check(Arithmetic formula, Fields own, Tree.Scalar text) {
    return switch (formula) {
      case Arithmetic.Number ignored -> true;
      case Arithmetic.Named(String name) -> holds(own, name, text, NUMBERS, "a number");
      case Arithmetic.Days(String from, String to) ->
          holds(own, from, text, Set.of(FieldType.DATE), "a date")
              & holds(own, to, text, Set.of(FieldType.DATE), "a date");
      case Arithmetic.Both(String ignored, Arithmetic left, Arithmetic right) ->
          check(left, own, text) & check(right, own, text);
    };
  }

  private boolean holds(
      Fields own, String name, Tree.Scalar text, Set<FieldType> types, String what) {
    Field field = own.find(name, text.place(), problems);
    if (field == null) {
      return false;
    }
    boolean fits = types.contains(field.type()) && !field.classification().sealed();
    if (!fits) {
      problems.add(text.place(), "'" + name + "' is not " + what + " that a formula may read");
    }
    return fits;
  }

  /** The unit of a sum or a single field; null where it is of none or cannot be said. */
  private @Nullable String unit(Arithmetic formula, Fields own, Tree.Scalar text) {
    return switch (formula) {
      case Arithmetic.Number ignored -> null;
      case Arithmetic.Days ignored -> null;
      case Arithmetic.Named(String name) -> Objects.requireNonNull(own.sound().get(name)).unit();
      case Arithmetic.Both(String does, Arithmetic left, Arithmetic right) -> {
        String a = unit(left, own, text);
        String b = unit(right, own, text);
        if (does.equals("*") || does.equals("/")) {
          yield null;
        }
        if (a != null && b != null && !a.equals(b)) {
          problems.add(text.place(), a + " and " + b + " do not go together with " + does);
        }
        yield a == null ? b : a;
      }
    };
  }

  private @Nullable Derivation banded(Fields own, Field field, Tree.Mapping tree) {
    if (field.type() != FieldType.CODE) {
      problems.add(tree.place(), "bands are codes, so the field's type must be code");
      return null;
    }
    Tree.Scalar of = tree.scalar("of");
    Tree.Scalar on = tree.scalar("on");
    if (of == null || !holds(own, of.text(), of, NUMBERS, "a number")) {
      return null;
    }
    if (on != null && !holds(own, on.text(), on, Set.of(FieldType.DATE), "a date")) {
      return null;
    }
    List<Derivation.Table> tables = new ArrayList<>();
    for (Tree.Mapping table : tree.list("tables")) {
      tables.add(table(field, table));
    }
    tables.sort(
        Comparator.comparing((Derivation.Table t) -> t.from() == null ? LocalDate.MIN : t.from())
            .reversed());
    return new Derivation.Banded(of.text(), on == null ? null : on.text(), tables);
  }

  private Derivation.Table table(Field field, Tree.Mapping tree) {
    List<Derivation.Step> steps = new ArrayList<>();
    BigDecimal above = null;
    for (Tree.Mapping step : tree.list("steps")) {
      String code = step.text("code", "");
      if (!field.codes().containsKey(code)) {
        problems.add(
            step.value("code"),
            "there is no code '" + code + "'" + Suggestion.among(field.codes().keySet(), code));
      }
      BigDecimal least = step.number("at_least");
      boolean ends = !steps.isEmpty() && steps.getLast().atLeast() == null;
      if (ends || (above != null && least != null && least.compareTo(above) >= 0)) {
        problems.add(step.place(), "thresholds go downwards, and only the last has none");
      }
      above = least == null ? above : least;
      steps.add(new Derivation.Step(code, least));
    }
    String from = tree.text("from");
    return new Derivation.Table(
        from == null ? null : LocalDate.parse(from), tree.text("source", ""), steps);
  }

  private @Nullable Derivation rolledUp(
      String code, Tree.Mapping ledger, Field field, Tree.Mapping tree) {
    String pack = Names.pack(code);
    String child = Names.full(pack, tree.text("ledger", ""));
    if (!declared.knows(declared.ledgers(), child, "ledger", pack, tree.value("ledger"))) {
      return null;
    }
    if (ledger.text("review", "none").equals("department")) {
      problems.add(tree.place(), "a reviewed ledger rolls nothing up: nobody could review that");
      return null;
    }
    below.computeIfAbsent(code, c -> new HashSet<>()).add(child);
    Fields theirs = fields.getOrDefault(child, Fields.empty());
    Field by = theirs.find(tree.text("by", ""), tree.value("by"), problems);
    if (by == null || !code.equals(by.ledger())) {
      problems.add(tree.value("by"), "this field of " + child + " does not refer to " + code);
      return null;
    }
    Derivation.Take take =
        Derivation.Take.valueOf(tree.text("take", "sum").toUpperCase(Locale.ROOT));
    Tree.Scalar of = tree.scalar("of");
    Tree.Scalar on = tree.scalar("on");
    Field taken = of == null ? null : theirs.find(of.text(), of.place(), problems);
    if (!fits(field, take, taken, tree)
        || (on != null && !holds(theirs, on.text(), on, Set.of(FieldType.DATE), "a date"))) {
      return null;
    }
    Tree.Mapping childTree = Objects.requireNonNull(declared.ledgers().get(child));
    boolean states = childTree.items().containsKey("lifecycle");
    Condition when =
        new ConditionReader(theirs, states ? null : List.of(), problems).read(tree, "when");
    return new Derivation.RolledUp(
        child,
        by.name(),
        take,
        taken == null ? null : taken.name(),
        on == null ? null : on.text(),
        when);
  }

  private boolean fits(
      Field field, Derivation.Take take, @Nullable Field taken, Tree.Mapping tree) {
    String wrong =
        switch (take) {
          case COUNT ->
              taken != null
                  ? "a count is of records, not of a field"
                  : field.type() == FieldType.INTEGER ? null : "a count is an integer";
          case SUM ->
              taken == null
                  ? "'of' is missing: what is added up?"
                  : !NUMBERS.contains(taken.type()) || !NUMBERS.contains(field.type())
                      ? "only numbers are added up"
                      : Objects.equals(taken.unit(), field.unit())
                          ? null
                          : taken.unit() + " are added up, but the field is in " + field.unit();
          case LATEST ->
              taken == null
                  ? "'of' is missing: the latest what?"
                  : taken.type() == field.type() && taken.codes().equals(field.codes())
                      ? null
                      : "the latest is of type " + taken.type().code() + " with its codes";
        };
    boolean sealed = taken != null && taken.classification().sealed();
    if (wrong != null || sealed) {
      problems.add(tree.place(), wrong == null ? "what is sealed is not rolled up" : wrong);
    }
    return wrong == null && !sealed;
  }

  /** Formulas of one record that go by each other in a circle come to nothing. */
  private void circles(Fields own, Map<String, Field> found, Tree.Mapping ledger) {
    for (String name : found.keySet()) {
      if (reaches(own, name, name, new HashSet<>())) {
        problems.add(
            ledger.mapping("fields").at(name), "'" + name + "' goes by itself, in a circle");
      }
    }
  }

  private static boolean reaches(Fields own, String from, String to, Set<String> seen) {
    Field field = own.sound().get(from);
    List<String> next =
        field == null
            ? List.of()
            : switch (field.derivation()) {
              case Derivation.Reckoned(Arithmetic formula, int ignored) ->
                  formula.fields().toList();
              case Derivation.Banded banded -> List.of(banded.of());
              case null, default -> List.of();
            };
    return next.stream().anyMatch(n -> n.equals(to) || (seen.add(n) && reaches(own, n, to, seen)));
  }

  private void refuseCircle(String ledger) {
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(below.getOrDefault(ledger, Set.of()));
    while (!open.isEmpty()) {
      String next = open.removeLast();
      if (next.equals(ledger)) {
        problems.add(
            Objects.requireNonNull(declared.ledgers().get(ledger)).place(),
            "'" + ledger + "' rolls up itself, in a circle");
        return;
      }
      if (seen.add(next)) {
        open.addAll(below.getOrDefault(next, Set.of()));
      }
    }
  }
}
