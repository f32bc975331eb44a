package taizhang.books.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one field as a ledger declares it and checks that what it says belongs to its type. */
final class FieldReader {

  /** Words of the language of conditions, which no field can be called. */
  private static final Set<String> RESERVED =
      Set.of(
          "state",
          "today",
          "in",
          "as",
          "true",
          "false",
          "null",
          "namespace",
          "package",
          "for",
          "loop",
          "const",
          "var",
          "void",
          "function",
          "import",
          "let",
          "if",
          "else",
          "return",
          "while",
          "break",
          "continue");

  private final Declared declared;
  private final Problems problems;

  FieldReader(Declared declared) {
    this.declared = declared;
    this.problems = declared.problems();
  }

  Field read(String pack, String name, Tree.Mapping tree) {
    SequencedMap<String, String> codes = new LinkedHashMap<>();
    Tree.Mapping written = tree.mapping("codes");
    Map<String, LocalDate> ended = new HashMap<>();
    written.items().forEach((code, item) -> codes.put(code, code(code, item, ended)));
    FieldType type = FieldType.of(tree.text("type", "text"));
    String ledger = tree.text("ledger");
    Field field =
        new Field(
            name,
            tree.text("title", ""),
            type,
            tree.yes("required"),
            tree.number("min"),
            tree.number("max"),
            codes,
            unit(type, tree),
            ledger == null ? null : Names.full(pack, ledger),
            matter(tree),
            tree.texts("copies"),
            classification(type, tree),
            tree.text("help"),
            ended,
            tree.items().containsKey("total") ? tree.yes("total") : null,
            null);
    check(field, pack, tree);
    return field;
  }

  /** The title of a code; where it is no longer chosen, the last day on which it was. */
  private String code(String code, Tree item, Map<String, LocalDate> ended) {
    if (!(item instanceof Tree.Mapping tree)) {
      return item instanceof Tree.Scalar title ? title.text() : "";
    }
    String until = tree.text("until", "");
    try {
      ended.put(code, LocalDate.parse(until));
    } catch (DateTimeParseException e) {
      problems.add(tree.value("until"), "'" + until + "' is no day, such as 2025-12-31");
    }
    return tree.text("title", "");
  }

  /** Persons and telephone numbers are personal unless a pack says that they are public. */
  private static Classification classification(FieldType type, Tree.Mapping tree) {
    boolean person = type == FieldType.PERSON || type == FieldType.PHONE;
    String said = tree.text("classification", person ? "personal" : "open");
    return Classification.valueOf(said.toUpperCase(Locale.ROOT));
  }

  private static Field.@Nullable AnyMatter matter(Tree.Mapping tree) {
    String said = tree.text("matter");
    return said == null ? null : Field.AnyMatter.valueOf(said.toUpperCase(Locale.ROOT));
  }

  private static @Nullable String unit(FieldType type, Tree.Mapping tree) {
    return switch (type) {
      case MONEY -> tree.text("currency", "元");
      case PERCENT -> "%";
      default -> tree.text("unit");
    };
  }

  private void check(Field field, String pack, Tree.Mapping tree) {
    if (RESERVED.contains(field.name())) {
      problems.add(tree.place(), "no field can be called '" + field.name() + "'");
    }
    needs(tree, "codes", field.type(), FieldType.CODE);
    if (field.matter() == null) {
      needs(tree, "ledger", field.type(), FieldType.REF);
    }
    needs(tree, "unit", field.type(), FieldType.QUANTITY);
    only(tree, "codes", field.type(), List.of(FieldType.CODE));
    only(tree, "ledger", field.type(), List.of(FieldType.REF));
    only(tree, "matter", field.type(), List.of(FieldType.REF));
    only(tree, "copies", field.type(), List.of(FieldType.REF));
    only(tree, "currency", field.type(), List.of(FieldType.MONEY));
    List<FieldType> counted = List.of(FieldType.QUANTITY, FieldType.INTEGER, FieldType.DECIMAL);
    only(tree, "unit", field.type(), counted);
    only(tree, "total", field.type(), FieldType.NUMBERS);
    only(tree, "min", field.type(), FieldType.NUMBERS);
    only(tree, "max", field.type(), FieldType.COUNTED);
    range(field, tree);
    if (field.ledger() != null && field.type() == FieldType.REF) {
      declared.knows(declared.ledgers(), field.ledger(), "ledger", pack, tree.value("ledger"));
    }
  }

  private void range(Field field, Tree.Mapping tree) {
    BigDecimal min = field.min();
    BigDecimal max = field.max();
    if (min != null && max != null && min.compareTo(max) > 0) {
      problems.add(tree.value("max"), "the greatest number allowed is less than the least");
    }
  }

  private void needs(Tree.Mapping tree, String key, FieldType type, FieldType needy) {
    if (type == needy && !tree.items().containsKey(key)) {
      problems.add(tree.place(), "'" + key + "' is missing: type " + type.code() + " needs it");
    }
  }

  private void only(Tree.Mapping tree, String key, FieldType type, Collection<FieldType> allowed) {
    if (tree.items().containsKey(key) && !allowed.contains(type)) {
      String types = String.join(", ", allowed.stream().map(FieldType::code).toList());
      problems.add(
          tree.at(key),
          "'" + key + "' is for fields of type " + types + ", not for " + type.code());
    }
  }
}
