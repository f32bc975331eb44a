package taizhang.server.access;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Repository;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;

/** Who saw, took away and was refused what; append-only, for the audit administrator. */
@Repository
public class Traces {

  private final TownScope scope;
  private final InstantSource clock;

  Traces(TownScope scope, InstantSource clock) {
    this.scope = scope;
    this.clock = clock;
  }

  /** Writes down what a person did in a town. */
  public void leave(
      Town town, String login, String act, String subject, String detail, String address) {
    scope.write(
        town,
        sql ->
            sql.sql(
                    "insert into trace (town, at, login, act, subject, detail, address)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(town.id())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(login)
                .param(act)
                .param(subject)
                .param(detail)
                .param(address)
                .update());
  }

  /** What was done, the newest first. */
  public List<Trace> list(Town town, TraceQuery query) {
    return scope.read(
        town,
        sql ->
            sql.sql(
                    """
                    select n, at, login, act, subject, detail, address from trace
                    where town = :town and n < :before and (:anybody or login = any(:people))
                      and (:act = '' or act = :act) and at >= :since and at < :end
                    order by n desc limit :limit
                    """)
                .param("town", town.id())
                .param("before", query.before())
                .param("anybody", query.anybody())
                .param("people", query.people())
                .param("act", query.act())
                .param("since", query.since().atOffset(ZoneOffset.UTC))
                .param("end", query.end().atOffset(ZoneOffset.UTC))
                .param("limit", query.limit())
                .query((row, i) ->
                    new Trace(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)))
                .list());
  }
}
