package taizhang.server.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.ImageText;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.Sight;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/**
 * What waits for review (待审): found for those who may review it, approved, or sent back to whoever
 * entered it. What was sent back waits on their side until they mend it.
 */
@Service
public class Reviews {

  private static final String COLUMNS =
      """
      select r.id, r.ledger, r.area, r.image::text, r.version, said.kind, said.by, said.at,
             coalesce(said.reason, '') as reason, exists (
               select from entry m where m.town = r.town and m.record = r.id and m.seq > r.reviewed
                 and m.by = :login and m.kind <> 'return') as own
      from record r join entry e on e.town = r.town and e.seq = r.version
      join lateral (
        select n.kind, n.by, n.at, n.reason from entry n
        where n.town = r.town and n.record = r.id and n.seq > r.reviewed
        order by n.kind = 'attach', n.seq desc limit 1) as said on true
      where r.town = :town and r.ledger = any(:asking) and r.version > r.reviewed
      """;

  private final Towns towns;
  private final TownScope scope;
  private final Rules rules;
  private final Entries entries;

  Reviews(Towns towns, TownScope scope, Rules rules, Entries entries) {
    this.towns = towns;
    this.scope = scope;
    this.rules = rules;
    this.entries = entries;
  }

  /** A record to be reviewed as it was seen: refused where something was entered since. */
  public record Seen(long record, long version, String ledger) {}

  /** What waits for a person to review it, the oldest first; their own entries are among it. */
  public List<Waiting> waiting(Clearance who, int limit) {
    return list(who, Right.REVIEW, "and e.kind <> 'return'", "r.version", limit);
  }

  /** What was sent back to a person, the newest first: returned to whoever entered it. */
  public List<Waiting> returned(Clearance who, int limit) {
    return list(who, Right.READ, "and e.kind = 'return'", "r.version desc", limit).stream()
        .filter(Waiting::own)
        .toList();
  }

  private List<Waiting> list(Clearance who, Right right, String which, String order, int limit) {
    Town town = towns.find(who.town());
    Sight sight = Sight.of(who, right, "r");
    String[] asking = asking(rules.of(town));
    return scope.read(
        town,
        sql ->
            sight
                .bind(
                    sql.sql(
                        COLUMNS
                            + which
                            + " and "
                            + sight.where()
                            + " order by "
                            + order
                            + " limit :limit"))
                .param("login", who.login())
                .param("town", town.id())
                .param("asking", asking)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list());
  }

  /** How many records wait for a person to review them, but those the person entered. */
  public long count(Clearance who) {
    Town town = towns.find(who.town());
    Sight sight = Sight.of(who, Right.REVIEW, "r");
    String[] asking = asking(rules.of(town));
    return scope.read(
        town,
        sql ->
            sight
                .bind(
                    sql.sql(
                        "select count(*) from ("
                            + COLUMNS
                            + "and e.kind <> 'return' and "
                            + sight.where()
                            + ") w where not own"))
                .param("login", who.login())
                .param("town", town.id())
                .param("asking", asking)
                .query((row, n) -> row.getLong(1))
                .single());
  }

  private static String[] asking(TownRules now) {
    return now.packs().packs().stream()
        .flatMap(pack -> pack.ledgers().values().stream())
        .filter(Ledger::review)
        .map(Ledger::code)
        .toArray(String[]::new);
  }

  private static Waiting read(ResultSet row) throws SQLException {
    return new Waiting(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        ImageText.read(row.getString(4)),
        row.getLong(5),
        EntryKind.of(row.getString(6)),
        row.getString(7),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        row.getString(9),
        row.getBoolean(10));
  }

  /**
   * Approves records as they were seen; all or, where any is refused, none of each two hundred.
   *
   * @throws taizhang.books.refusal.Refusal where one was entered by the person, is not theirs to
   *     review, or has moved on
   */
  public int approve(Clearance who, List<Seen> seen) {
    List<Submission> reviews = seen.stream().map(s -> judged(EntryKind.REVIEW, s, null)).toList();
    return entries.appendAll(who, reviews).size();
  }

  /** Sends a record back to whoever entered it. */
  public void sendBack(Clearance who, Seen seen, String reason) {
    entries.append(who, judged(EntryKind.RETURN, seen, reason));
  }

  private static Submission judged(
      EntryKind kind, Seen seen, @org.jspecify.annotations.Nullable String reason) {
    return new Submission(
        seen.ledger(),
        kind,
        seen.record(),
        seen.version(),
        null,
        null,
        null,
        Map.of(),
        null,
        reason,
        null);
  }
}
