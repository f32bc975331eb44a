package taizhang.books.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads fields that a table of thresholds gives. */
final class BandReader {

  private final Problems problems;

  BandReader(Problems problems) {
    this.problems = problems;
  }

  @Nullable Derivation read(Fields own, Field field, Tree.Mapping tree) {
    if (field.type() != FieldType.CODE) {
      problems.add(tree.place(), "bands are codes, so the field's type must be code");
      return null;
    }
    Tree.Scalar of = tree.scalar("of");
    Tree.Scalar on = tree.scalar("on");
    if (of == null || !own.holds(of.text(), of, FieldType.NUMBERS, "a number", problems)) {
      return null;
    }
    if (on != null && !own.holds(on.text(), on, Set.of(FieldType.DATE), "a date", problems)) {
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
}
