package taizhang.books.matter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.calendar.Reckoner;
import taizhang.books.entry.Entry;
import taizhang.books.entry.History;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;
import taizhang.books.entry.Version;
import taizhang.books.pack.Clock;
import taizhang.books.pack.Lifecycle;

/**
 * The clocks of one record. What they come to at each version is written beside the entry that made
 * the version, so that rules of posting read it as any other field and stay functions of the record
 * alone; here is what should be written.
 */
public final class Clocks {

  private final Lifecycle lifecycle;
  private final Reckoner reckoner;
  private final History history;
  private final Moments moments;

  private Clocks(Lifecycle lifecycle, Reckoner reckoner, List<Entry> entries) {
    this.lifecycle = lifecycle;
    this.reckoner = reckoner;
    this.history = History.fold(entries);
    this.moments = new Moments(entries, reckoner.hours());
  }

  /** The clocks of a record with these entries, in the order of seq. */
  public static Clocks of(Lifecycle lifecycle, Reckoner reckoner, List<Entry> entries) {
    return new Clocks(lifecycle, reckoner, entries);
  }

  /** How each clock stands now. */
  public List<Running> now() {
    return history.isEmpty() ? List.of() : at(history.versions().size() - 1);
  }

  /** Why a clock's deadline is when it is; empty where it has none now. */
  public String explanation(Clock clock) {
    for (Running running : now()) {
      if (running.clock().name().equals(clock.name()) && running.deadline() != null) {
        return running.deadline().explanation();
      }
    }
    return "";
  }

  private List<Running> at(int n) {
    List<Version> versions = history.versions().subList(0, n + 1);
    List<Running> running = new ArrayList<>();
    for (Clock clock : lifecycle.clocks().values()) {
      running.add(Running.at(clock, versions, moments, reckoner));
    }
    return running;
  }

  /** What the newest entry must write beside what it says; empty where nothing changes. */
  public Map<String, Value> beside(Entry newest) {
    return switch (newest.kind()) {
      case OPEN, CHANGE, MOVE -> missing(newest.seq());
      case CORRECT -> missing(corrected(newest));
      case REVIEW, VOID, RETURN, ATTACH -> Map.of();
    };
  }

  private long corrected(Entry entry) {
    Long version = entry.ofVersion();
    return version == null ? history.latest().seq() : version;
  }

  /**
   * The first version that no longer says what follows, because something was entered before it or
   * the calendar has changed; null where all do.
   */
  public @Nullable Long stale() {
    for (int n = 0; n < history.versions().size(); n++) {
      if (!missing(n).isEmpty()) {
        return history.versions().get(n).seq();
      }
    }
    return null;
  }

  private Map<String, Value> missing(long seq) {
    for (int n = 0; n < history.versions().size(); n++) {
      if (history.versions().get(n).seq() == seq) {
        return missing(n);
      }
    }
    return Map.of();
  }

  private Map<String, Value> missing(int n) {
    Image image = history.versions().get(n).image();
    Map<String, Value> missing = new TreeMap<>();
    for (Running running : at(n)) {
      running
          .fields()
          .forEach((name, value) -> {
            Value standing = image.fields().get(name);
            if (value == null ? standing != null : !value.equals(standing)) {
              missing.put(name, value == null ? Value.cleared() : value);
            }
          });
    }
    return missing;
  }
}
