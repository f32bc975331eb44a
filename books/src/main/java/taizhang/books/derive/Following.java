package taizhang.books.derive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Entry;
import taizhang.books.entry.History;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;
import taizhang.books.entry.Version;
import taizhang.books.pack.Derivation;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;

/**
 * The fields of a record that follow from its other fields, by formula or by band. What they come
 * to at each version is written beside the entry that made it, so that everything else reads them
 * as ordinary fields and a record stays a function of its own entries.
 */
public final class Following {

  private final Ledger ledger;
  private final History history;

  private Following(Ledger ledger, List<Entry> entries) {
    this.ledger = ledger;
    this.history = History.fold(entries);
  }

  /** True where a ledger has such fields. */
  public static boolean any(Ledger ledger) {
    return ledger.fields().values().stream().anyMatch(Following::follows);
  }

  private static boolean follows(Field field) {
    return field.derivation() instanceof Derivation.Reckoned
        || field.derivation() instanceof Derivation.Banded;
  }

  /** Of a record with these entries, in the order of seq. */
  public static Following of(Ledger ledger, List<Entry> entries) {
    return new Following(ledger, entries);
  }

  /** What the newest entry must write beside what it says; empty where nothing changes. */
  public Map<String, Value> beside(Entry newest) {
    return switch (newest.kind()) {
      case OPEN, CHANGE, MOVE -> missing(newest.seq());
      case CORRECT -> {
        Long version = newest.ofVersion();
        yield history.isEmpty()
            ? Map.of()
            : missing(version == null ? history.latest().seq() : version);
      }
      case REVIEW, VOID, RETURN, ATTACH -> Map.of();
    };
  }

  /** The first version that no longer says what follows; null where all do. */
  public @Nullable Long stale() {
    return history.versions().stream()
        .filter(version -> !missing(version).isEmpty())
        .map(Version::seq)
        .findFirst()
        .orElse(null);
  }

  private Map<String, Value> missing(long seq) {
    return history.versions().stream()
        .filter(version -> version.seq() == seq)
        .findFirst()
        .map(this::missing)
        .orElse(Map.of());
  }

  private Map<String, Value> missing(Version version) {
    Map<String, Value> missing = new TreeMap<>();
    Image image = version.image();
    Set<String> done = new HashSet<>();
    for (Field field : ledger.fields().values()) {
      image = reckon(field, image, version.on(), done, missing);
    }
    return missing;
  }

  /** The image with a field as it follows, and before it those that it goes by. */
  private Image reckon(
      Field field, Image image, LocalDate on, Set<String> done, Map<String, Value> missing) {
    if (!follows(field) || !done.add(field.name())) {
      return image;
    }
    Image known = image;
    for (String name : goesBy(field)) {
      Field other = ledger.fields().get(name);
      known = other == null ? known : reckon(other, known, on, done, missing);
    }
    Value follows = value(field, known, on);
    Value standing = known.fields().get(field.name());
    if (follows == null ? standing == null : follows.equals(standing)) {
      return known;
    }
    Value written = follows == null ? Value.cleared() : follows;
    missing.put(field.name(), written);
    return known.with(Map.of(field.name(), written));
  }

  private static List<String> goesBy(Field field) {
    return switch (field.derivation()) {
      case Derivation.Reckoned reckoned -> reckoned.formula().fields().toList();
      case Derivation.Banded banded -> List.of(banded.of());
      case null, default -> List.of();
    };
  }

  private static @Nullable Value value(Field field, Image image, LocalDate on) {
    return switch (field.derivation()) {
      case Derivation.Reckoned reckoned -> {
        BigDecimal result = reckoned.formula().of(image);
        yield result == null ? null : Value.of(plain(result, reckoned.decimals()));
      }
      case Derivation.Banded banded -> band(banded, image, on);
      case null, default -> null;
    };
  }

  static String plain(BigDecimal number, int decimals) {
    return number.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }

  /** By the table in force on its day: the first step whose threshold is reached. */
  private static @Nullable Value band(Derivation.Banded banded, Image image, LocalDate on) {
    BigDecimal number = image.decimal(banded.of());
    LocalDate own = banded.on() == null ? on : image.date(banded.on());
    if (number == null || own == null) {
      return null;
    }
    return banded.tables().stream()
        .filter(table -> table.from() == null || !table.from().isAfter(own))
        .findFirst()
        .flatMap(table ->
            table.steps().stream()
                .filter(s -> s.atLeast() == null || number.compareTo(s.atLeast()) >= 0)
                .findFirst())
        .map(step -> Value.of(step.code()))
        .orElse(null);
  }
}
