package taizhang.books.pack;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A field of a ledger.
 *
 * @param name snake_case, what rules and the API call it
 * @param title what the screen calls it
 * @param type what it holds
 * @param required refused where absent
 * @param min least number allowed
 * @param max greatest number allowed; of files, how many
 * @param codes for {@link FieldType#CODE}: code to title
 * @param unit unit of a quantity (亩, 公里), currency of money (元, 美元), else null
 * @param ledger for {@link FieldType#REF}: full code of the ledger referred to
 * @param copies for {@link FieldType#REF}: fields of the record referred to that are copied in when
 *     the entry is appended
 * @param classification who may see it in the clear
 * @param help what to put there, with an example
 * @param derivation how it follows from others; null for a field that is entered
 */
public record Field(
    String name,
    String title,
    FieldType type,
    boolean required,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    SequencedMap<String, String> codes,
    @Nullable String unit,
    @Nullable String ledger,
    List<String> copies,
    Classification classification,
    @Nullable String help,
    @Nullable Derivation derivation) {

  public Field {
    codes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(codes));
    copies = List.copyOf(copies);
  }

  /** An optional, open field of a type with nothing further said. */
  public static Field of(String name, String title, FieldType type) {
    return new Field(
        name,
        title,
        type,
        false,
        null,
        null,
        new LinkedHashMap<>(),
        null,
        null,
        List.of(),
        Classification.OPEN,
        null,
        null);
  }

  /** How many files it takes: one, unless it says more. */
  public int mostFiles() {
    return max == null ? 1 : max.intValue();
  }

  /** The same field, following from others. */
  Field following(Derivation from) {
    return new Field(
        name,
        title,
        type,
        required,
        min,
        max,
        codes,
        unit,
        ledger,
        copies,
        classification,
        help,
        from);
  }
}
