package taizhang.books.laws;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.books.laws.NaiveBooks.Known;
import taizhang.books.laws.NaiveRecord.Standing;
import tools.jackson.databind.JsonNode;

/**
 * Stated values of the naive model: each record holds at most one value for the area and period
 * asked for, reviewed or waiting; of all that are held, the one said last is the figure.
 */
final class NaiveStated {

  /** Held by a record whose withdrawal waits for review. */
  private static final BigDecimal WITHDRAWN = BigDecimal.valueOf(Long.MIN_VALUE);

  /** A value and the entry that last changed it. */
  private record Held(@Nullable BigDecimal value, long seq) {
    static final Held NOTHING = new Held(null, 0);

    /** What is held where something waits on top of it: said when either last changed. */
    Held under(Held waiting) {
      BigDecimal shown = waiting.value == null ? value : waiting.value;
      return new Held(WITHDRAWN.equals(shown) ? null : shown, Math.max(seq, waiting.seq));
    }

    Held next(@Nullable BigDecimal now, long at) {
      boolean same = now == null || value == null ? now == value : now.compareTo(value) == 0;
      return same ? this : new Held(now, at);
    }
  }

  private final NaiveBooks books;
  private final JsonNode reading;
  private final Map<String, Held> reviewed = new LinkedHashMap<>();
  private final Map<String, Held> waiting = new LinkedHashMap<>();

  NaiveStated(NaiveBooks books, JsonNode reading) {
    this.books = books;
    this.reading = reading;
  }

  @Nullable BigDecimal answer() {
    books.replay(reading, this::note);
    boolean all = reading.path("stage").asString("").equals("all");
    Held last = Held.NOTHING;
    for (String record : reviewed.keySet()) {
      Held now = reviewed.getOrDefault(record, Held.NOTHING);
      Held next = waiting.getOrDefault(record, Held.NOTHING);
      last = later(last, all ? now.under(next) : now);
    }
    return last.value();
  }

  private void note(NaiveBooks.Step step) {
    BigDecimal now = value(step.after(), false);
    BigDecimal full = value(step.after(), true);
    boolean differs = full != null && (now == null || full.compareTo(now) != 0);
    BigDecimal gone = now == null ? null : WITHDRAWN;
    note(reviewed, step, now);
    note(waiting, step, full == null ? gone : differs ? full : null);
  }

  private static void note(Map<String, Held> all, NaiveBooks.Step step, @Nullable BigDecimal now) {
    Held before = all.getOrDefault(step.record(), Held.NOTHING);
    all.put(step.record(), before.next(now, step.seq()));
  }

  private static Held later(Held one, Held other) {
    return other.value() != null && other.seq() >= one.seq() ? other : one;
  }

  /** What the record says for exactly the area and period asked for; null where nothing. */
  private @Nullable BigDecimal value(Known known, boolean all) {
    Standing standing = books.seen(known.items(), all).standing("9999-12-31");
    if (standing == null
        || !standing.area().equals(reading.get("area").stringValue())
        || !NaiveRecord.text(standing, "from").equals(reading.get("from").stringValue())
        || !NaiveRecord.text(standing, "to").equals(reading.get("to").stringValue())) {
      return null;
    }
    for (JsonNode rule : known.rules()) {
      if (rule.get("to").equals(reading.get("indicator"))
          && NaiveRecord.holds(rule.path("when").asString(""), standing)) {
        return NaiveRecord.amount(rule.path("amount"), standing);
      }
    }
    return null;
  }
}
