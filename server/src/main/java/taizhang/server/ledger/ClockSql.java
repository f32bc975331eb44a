package taizhang.server.ledger;

import java.util.Collection;
import java.util.stream.Collectors;
import taizhang.books.pack.Clock;
import taizhang.books.pack.ClockFields;

/** When clocks run out, in SQL over a table of records aliased {@code r}. */
public final class ClockSql {

  /** Later than any moment: where no clock runs. */
  public static final String NEVER = "9999";

  private ClockSql() {}

  /** When a clock runs out, as text that sorts; null where it does not run. */
  public static String moment(Clock clock) {
    ClockFields fields = new ClockFields(clock.name());
    return "case when coalesce(r.image ->> '"
        + fields.ended()
        + "', '') = '' and r.image ->> '"
        + fields.due()
        + "' <> '' then (r.image ->> '"
        + fields.due()
        + "') || 'T' || (r.image ->> '"
        + fields.dueAt()
        + "') end";
  }

  /** When the first of some clocks runs out; {@link #NEVER} where none runs. */
  public static String first(Collection<Clock> clocks) {
    return clocks.isEmpty()
        ? "'" + NEVER + "'"
        : clocks.stream()
            .map(ClockSql::moment)
            .collect(Collectors.joining(", ", "coalesce(least(", "), '" + NEVER + "')"));
  }
}
