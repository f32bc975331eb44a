package taizhang.books.pack;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a ledger, those copied from records it refers to included.
 *
 * @param sound those that could be read, by name
 * @param unsure names of those that could not, about which nothing more is said
 */
record Fields(SequencedMap<String, Field> sound, Set<String> unsure) {

  static Fields empty() {
    return new Fields(new LinkedHashMap<>(), new HashSet<>());
  }

  /** The fields of every ledger, by its full code. */
  static Map<String, Fields> ofAll(Declared declared) {
    return new Copying(declared).all();
  }

  boolean has(String name) {
    return sound.containsKey(name) || unsure.contains(name);
  }

  /**
   * A field that something refers to, or null where there is none or nothing certain can be said of
   * it.
   */
  @Nullable Field find(String name, Place place, Problems problems) {
    if (!has(name)) {
      problems.add(
          place, "there is no field '" + name + "'" + Suggestion.among(sound.keySet(), name));
    }
    return sound.get(name);
  }

  /** True where something may read a field as one of some types; otherwise that is told. */
  boolean holds(
      String name, Tree.Scalar text, Set<FieldType> types, String what, Problems problems) {
    Field field = find(name, text.place(), problems);
    if (field == null) {
      return false;
    }
    boolean fits = types.contains(field.type()) && !field.classification().sealed();
    if (!fits) {
      problems.add(text.place(), "'" + name + "' is not " + what + " that a formula may read");
    }
    return fits;
  }

  /** Reads the fields of all ledgers, then carries over what references copy. */
  private static final class Copying {
    private final Declared declared;
    private final Problems problems;
    private final Map<String, Fields> own = new LinkedHashMap<>();
    private final Map<String, Fields> complete = new LinkedHashMap<>();
    private final Set<String> underWay = new HashSet<>();

    Copying(Declared declared) {
      this.declared = declared;
      this.problems = declared.problems();
      FieldReader reader = new FieldReader(declared);
      declared.ledgers().forEach((code, ledger) -> own.put(code, own(reader, code, ledger)));
    }

    private Fields own(FieldReader reader, String ledger, Tree.Mapping tree) {
      Fields fields = empty();
      tree.mapping("fields")
          .items()
          .forEach((name, item) -> {
            if (item instanceof Tree.Mapping field && problems.sound(field)) {
              fields.sound.put(name, reader.read(Names.pack(ledger), name, field));
            }
            if (!problems.sound(item)) {
              fields.sound.remove(name);
              fields.unsure.add(name);
            }
          });
      clocks(ledger, tree, fields);
      return fields;
    }

    /** What the clocks of the ledger's lifecycle give. */
    private void clocks(String ledger, Tree.Mapping tree, Fields fields) {
      String name = Names.full(Names.pack(ledger), tree.text("lifecycle", ""));
      Tree.Mapping lifecycle = declared.lifecycles().get(name);
      if (lifecycle == null) {
        return;
      }
      lifecycle
          .mappings("clocks")
          .forEach((clock, item) -> {
            for (Field field : new ClockFields(clock).fields(item.text("title", ""))) {
              if (fields.has(field.name())) {
                problems.add(
                    tree.mapping("fields").at(field.name()),
                    "clock '" + clock + "' gives this ledger its field '" + field.name() + "'");
              }
              fields.sound.put(field.name(), field);
            }
          });
    }

    Map<String, Fields> all() {
      own.keySet().forEach(this::complete);
      return complete;
    }

    private Fields complete(String ledger) {
      Fields done = complete.get(ledger);
      if (done != null || !underWay.add(ledger)) {
        return done == null ? own.getOrDefault(ledger, empty()) : done;
      }
      Fields fields = own.getOrDefault(ledger, empty());
      Fields whole = new Fields(new LinkedHashMap<>(fields.sound), new HashSet<>(fields.unsure));
      Tree.Mapping tree = declared.ledgers().get(ledger);
      for (Field field : fields.sound.values()) {
        if (tree != null && field.ledger() != null && own.containsKey(field.ledger())) {
          copy(
              field, complete(field.ledger()), tree.mapping("fields").mapping(field.name()), whole);
        }
      }
      complete.put(ledger, whole);
      return whole;
    }

    private void copy(Field ref, Fields from, Tree.Mapping tree, Fields into) {
      for (Tree.Scalar name : tree.scalars("copies")) {
        Field field = from.find(name.text(), name.place(), problems);
        if (field == null) {
          into.unsure.add(name.text());
        } else if (into.has(name.text())) {
          problems.add(
              name.place(),
              "this ledger already has a field '" + name.text() + "'; a copy needs no declaration");
        } else if (field.classification().sealed()) {
          problems.add(
              name.place(), "'" + name.text() + "' is personal or sensitive and never copied");
          into.unsure.add(name.text());
        } else {
          into.sound.put(name.text(), copied(field));
        }
      }
    }

    private static Field copied(Field field) {
      return new Field(
          field.name(),
          field.title(),
          field.type(),
          false,
          null,
          null,
          field.codes(),
          field.unit(),
          field.ledger(),
          field.matter(),
          List.of(),
          Classification.OPEN,
          field.help(),
          field.ended(),
          field.total(),
          null);
    }
  }
}
