package taizhang.server.matter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.calendar.Reckoner;
import taizhang.books.matter.Standing;
import taizhang.books.pack.Clock;
import taizhang.books.pack.ClockFields;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;

/**
 * The open matters of which some rung may be due and is not climbed yet: the ladder turned round
 * into a latest deadline for each rung, so that a round reads what it has to climb and not every
 * matter there is. To the day; which rungs are due at this moment {@link Standing} says.
 */
final class DueRungs {

  /** No rung stands farther from its deadline, in days. */
  private static final int FARTHEST = 1500;

  private final Town town;
  private final Reckoner reckoner;
  private final LocalDateTime now;
  private final Map<String, Object> params = new TreeMap<>();
  private final List<String> parts = new ArrayList<>();

  DueRungs(Town town, TownRules rules, LocalDateTime now) {
    this.town = town;
    this.reckoner = rules.reckoner();
    this.now = now;
    for (Ledger ledger : Deadlines.ledgers(rules)) {
      Lifecycle lifecycle = Objects.requireNonNull(ledger.lifecycle());
      String states = param(open(lifecycle));
      for (Clock clock : lifecycle.clocks().values()) {
        clock.ladder().stream()
            .filter(DueRungs::does)
            .forEach(rung -> part(ledger, states, clock, rung));
      }
    }
  }

  /** True where climbing a rung does anything; a light alone is nothing to remember. */
  static boolean does(Clock.Rung rung) {
    return !rung.tell().isEmpty() || !rung.draft().isEmpty();
  }

  private static String[] open(Lifecycle lifecycle) {
    return lifecycle.states().entrySet().stream()
        .filter(state -> !state.getValue().last())
        .map(Map.Entry::getKey)
        .toArray(String[]::new);
  }

  List<RecordRow> read(JdbcClient sql) {
    if (parts.isEmpty()) {
      return List.of();
    }
    return sql.sql(
            RecordRows.COLUMNS
                + " from record r where r.town = :town and not r.void and ("
                + String.join(" or ", parts)
                + ") order by r.id")
        .params(params)
        .param("town", town.id())
        .query((row, n) -> RecordRows.read(row))
        .list();
  }

  private void part(Ledger ledger, String states, Clock clock, Clock.Rung rung) {
    LocalDate last = last(clock, rung);
    if (last == null) {
      return;
    }
    ClockFields fields = new ClockFields(clock.name());
    parts.add(
        """
        (r.ledger = %s and r.state = any(%s) and coalesce(r.image ->> '%s', '') = ''
          and r.image ->> '%s' between '0' and %s
          and not exists (select from rung g where g.town = r.town and g.record = r.id
            and g.clock = %s and g.name = %s and g.run = (r.image ->> '%s')::bigint))
        """
            .formatted(
                param(ledger.code()),
                states,
                fields.ended(),
                fields.due(),
                param(last.toString()),
                param(clock.name()),
                param(rung.name()),
                fields.run()));
  }

  /** The latest deadline of which a rung is reached some time today; null where there is none. */
  private @Nullable LocalDate last(Clock clock, Clock.Rung rung) {
    int reached = -FARTHEST;
    int ahead = FARTHEST;
    while (ahead - reached > 1) {
      int middle = (reached + ahead) / 2;
      if (reached(clock, rung, now.toLocalDate().plusDays(middle))) {
        reached = middle;
      } else {
        ahead = middle;
      }
    }
    return reached == -FARTHEST ? null : now.toLocalDate().plusDays(reached);
  }

  private boolean reached(Clock clock, Clock.Rung rung, LocalDate deadline) {
    Standing standing = new Standing(clock, 1, deadline.atStartOfDay(), false, null, false);
    LocalDateTime at = standing.moment(rung, reckoner);
    return at != null && now.toLocalDate().plusDays(1).atStartOfDay().isAfter(at);
  }

  private String param(Object value) {
    String name = "p" + params.size();
    params.put(name, value);
    return ":" + name;
  }
}
