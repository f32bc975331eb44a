package taizhang.books.derive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.History;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;
import taizhang.books.entry.Version;
import taizhang.books.pack.Derivation;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;

/**
 * What the records of other ledgers that refer to a record add up to, day by day, as a stock does:
 * each version of a record below counts from its day, or its own later date, until the next. The
 * record above steps on those days, so that a figure reading it at a past day reads what held then.
 */
public final class RollUps {

  private final Map<String, NavigableMap<LocalDate, Value>> steps = new TreeMap<>();

  private record Counted(long record, LocalDate day, Image image) {}

  /**
   * What a record above has to say yet.
   *
   * @param version seq of the version to be corrected; null where the record changes on the day
   * @param on the day
   * @param patch its fields as they add up then
   */
  public record Due(@Nullable Long version, LocalDate on, Map<String, Value> patch) {}

  private RollUps() {}

  /** The fields of a ledger that add up records of another. */
  public static List<Field> over(Ledger above, String below) {
    return above.fields().values().stream()
        .filter(field ->
            field.derivation() instanceof Derivation.RolledUp up && up.ledger().equals(below))
        .toList();
  }

  /**
   * What one record comes to.
   *
   * @param below the records that refer to it, by ledger and number; of reviewed ledgers as they
   *     were reviewed last
   */
  public static RollUps of(
      Ledger above, long record, Map<String, ? extends Map<Long, History>> below) {
    RollUps sums = new RollUps();
    for (Field field : above.fields().values()) {
      if (field.derivation() instanceof Derivation.RolledUp up && below.containsKey(up.ledger())) {
        Map<Long, History> records = Objects.requireNonNull(below.get(up.ledger()));
        sums.steps.put(field.name(), steps(up, events(up, record, records)));
      }
    }
    return sums;
  }

  /** Each version of a record below, from its day until the next version's. */
  private static NavigableMap<LocalDate, Map<Long, @Nullable Counted>> events(
      Derivation.RolledUp up, long record, Map<Long, History> records) {
    NavigableMap<LocalDate, Map<Long, @Nullable Counted>> events = new TreeMap<>();
    records.forEach((id, history) -> {
      List<Version> versions = history.versions();
      for (int n = 0; n < versions.size(); n++) {
        Version version = versions.get(n);
        LocalDate end = n + 1 < versions.size() ? versions.get(n + 1).on() : null;
        LocalDate start = start(up, version);
        boolean refers = version.image().text(up.by()).equals(Long.toString(record));
        boolean counts =
            refers && start != null && up.when().holds(version.image(), version.state());
        if (counts && start != null && (end == null || start.isBefore(end))) {
          events
              .computeIfAbsent(start, day -> new TreeMap<>())
              .put(id, new Counted(id, start, version.image()));
          if (end != null) {
            events.computeIfAbsent(end, day -> new TreeMap<>()).put(id, null);
          }
        }
      }
    });
    return events;
  }

  private static @Nullable LocalDate start(Derivation.RolledUp up, Version version) {
    if (up.on() == null) {
      return version.on();
    }
    LocalDate own = version.image().date(up.on());
    return own == null || own.isAfter(version.on()) ? own : version.on();
  }

  private static NavigableMap<LocalDate, Value> steps(
      Derivation.RolledUp up, NavigableMap<LocalDate, Map<Long, @Nullable Counted>> events) {
    NavigableMap<LocalDate, Value> steps = new TreeMap<>();
    Map<Long, Counted> counted = new TreeMap<>();
    events.forEach((day, changes) -> {
      changes.forEach((id, now) -> {
        if (now == null) {
          counted.remove(id);
        } else {
          counted.put(id, now);
        }
      });
      steps.put(day, value(up, counted.values()));
    });
    return steps;
  }

  private static Value value(Derivation.RolledUp up, Collection<Counted> counted) {
    if (up.take() == Derivation.Take.COUNT) {
      return Value.of(counted.size());
    }
    String of = Objects.requireNonNull(up.of());
    if (up.take() == Derivation.Take.SUM) {
      BigDecimal sum =
          counted.stream()
              .map(one -> one.image().decimal(of))
              .filter(Objects::nonNull)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      return Value.of(sum.stripTrailingZeros().toPlainString());
    }
    return counted.stream()
        .filter(one -> one.image().fields().containsKey(of))
        .max(Comparator.comparing(Counted::day).thenComparing(Counted::record))
        .map(one -> Objects.requireNonNull(one.image().fields().get(of)))
        .orElse(Value.cleared());
  }

  /** The first thing that a record with this history has to say yet; null for nothing. */
  public @Nullable Due next(History above) {
    for (Version version : above.versions()) {
      Map<String, Value> patch = missing(version.image(), version.on());
      if (!patch.isEmpty()) {
        return new Due(version.seq(), version.on(), patch);
      }
    }
    if (above.isEmpty()) {
      return null;
    }
    LocalDate first = above.versions().getFirst().on();
    return steps.values().stream()
        .flatMap(days -> days.tailMap(first, false).keySet().stream())
        .sorted()
        .distinct()
        .map(day -> new Due(null, day, missing(above.at(day).image(), day)))
        .filter(due -> !due.patch().isEmpty())
        .findFirst()
        .orElse(null);
  }

  private Map<String, Value> missing(Image image, LocalDate day) {
    Map<String, Value> missing = new TreeMap<>();
    steps.forEach((field, days) -> {
      Map.Entry<LocalDate, Value> due = days.floorEntry(day);
      Value standing = image.fields().get(field);
      Value follows = due == null || due.getValue().equals(Value.cleared()) ? null : due.getValue();
      if (follows == null ? standing != null : !follows.equals(standing)) {
        missing.put(field, follows == null ? Value.cleared() : follows);
      }
    });
    return missing;
  }
}
