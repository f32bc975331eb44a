package taizhang.books.pack;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how fields follow from others, once the fields of all ledgers are known. */
final class DerivationReader {

  private static final List<String> KEYS = List.of("formula", "bands", "rolls_up");

  private final Declared declared;
  private final Problems problems;
  private final Map<String, Fields> fields;
  private final ReckonedReader formulas;
  private final BandReader bands;
  private final RollUpReader rollUps;

  DerivationReader(Declared declared, Map<String, Fields> fields) {
    this.declared = declared;
    this.problems = declared.problems();
    this.fields = fields;
    this.formulas = new ReckonedReader(problems);
    this.bands = new BandReader(problems);
    this.rollUps = new RollUpReader(declared, fields);
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
    rollUps.refuseCircles();
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
      case "formula" -> formulas.read(own, field, tree);
      case "bands" -> bands.read(own, field, tree.mapping("bands"));
      default -> rollUps.read(code, ledger, field, tree.mapping("rolls_up"));
    };
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
}
