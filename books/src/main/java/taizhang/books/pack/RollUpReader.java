package taizhang.books.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads fields that add up the records of another ledger. */
final class RollUpReader {

  private final Declared declared;
  private final Problems problems;
  private final Map<String, Fields> fields;

  /** The ledgers that a ledger rolls up, as far as read. */
  private final Map<String, Set<String>> below = new LinkedHashMap<>();

  RollUpReader(Declared declared, Map<String, Fields> fields) {
    this.declared = declared;
    this.problems = declared.problems();
    this.fields = fields;
  }

  @Nullable Derivation read(String code, Tree.Mapping ledger, Field field, Tree.Mapping tree) {
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
        || (on != null
            && !theirs.holds(on.text(), on, Set.of(FieldType.DATE), "a date", problems))) {
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
                  : !FieldType.NUMBERS.contains(taken.type())
                          || !FieldType.NUMBERS.contains(field.type())
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

  /** A ledger that rolls up itself, be it through others, would never come to an end. */
  void refuseCircles() {
    below.keySet().forEach(this::refuseCircle);
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
