package taizhang.books.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param matter for {@link FieldType#REF}: it refers to a matter of any ledger; null where it
 *     refers to one ledger's records
 * @param copies for {@link FieldType#REF}: fields of the record referred to that are copied in when
 *     the entry is appended
 * @param classification who may see it in the clear
 * @param help what to put there, with an example
 * @param ended codes that are no longer chosen, each with the last day on which it was; records
 *     that hold one keep it
 * @param total whether what records hold is added up; null where its unit and its postings say so
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
    @Nullable AnyMatter matter,
    List<String> copies,
    Classification classification,
    @Nullable String help,
    Map<String, LocalDate> ended,
    @Nullable Boolean total,
    @Nullable Derivation derivation) {

  public Field {
    codes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(codes));
    copies = List.copyOf(copies);
    ended = Map.copyOf(ended);
  }

  /** Whose matters a field can refer to. */
  public enum AnyMatter {
    /** Those that whoever enters it may read. */
    ANY,
    /** The same, and whoever deals with the matter may enter records about it. */
    THEIRS
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
        null,
        List.of(),
        Classification.OPEN,
        null,
        Map.of(),
        null,
        null);
  }

  /** How many files it takes: one, unless it says more. */
  public int mostFiles() {
    return max == null ? 1 : max.intValue();
  }

  /** True for a code that is no longer chosen on a day. */
  public boolean ended(String code, LocalDate day) {
    LocalDate last = ended.get(code);
    return last != null && day.isAfter(last);
  }

  /** The codes as a form offers them: ended ones last, each with its last day. */
  public SequencedMap<String, String> choices() {
    SequencedMap<String, String> choices = new LinkedHashMap<>(codes);
    codes.forEach((code, title) -> {
      LocalDate last = ended.get(code);
      if (last != null) {
        choices.putLast(code, title + "（至" + last + "）");
      }
    });
    return choices;
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
        matter,
        copies,
        classification,
        help,
        ended,
        total,
        from);
  }
}
