package taizhang.server.closing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Image;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Pack;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.ImageText;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.Sight;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/** Locks months and opens them again, by entries; what then comes for a locked month is late. */
@Service
public class Closings {
  private final Towns towns;
  private final TownScope scope;
  private final Rules rules;
  private final Entries entries;

  Closings(Towns towns, TownScope scope, Rules rules, Entries entries) {
    this.towns = towns;
    this.scope = scope;
    this.rules = rules;
    this.entries = entries;
  }

  private record Row(long id, Image image) {}

  /** What is locked now, the newest first. */
  public List<Closure> standing(Clearance who) {
    Town town = towns.find(who.town());
    List<Row> rows =
        scope.read(
            town,
            sql ->
                sql.sql(
                        """
                        select id, image::text from record
                        where town = ? and ledger = 'system.closure' and not void order by id desc
                        """)
                    .param(town.id())
                    .query((row, n) -> new Row(row.getLong(1), ImageText.read(row.getString(2))))
                    .list());
    List<Closure> standing = new ArrayList<>();
    for (Row row : rows) {
      LocalDate through = row.image().date("through");
      if (through != null && !row.image().yes("reopened")) {
        standing.add(new Closure(row.id(), row.image().text("pack"), through));
      }
    }
    return standing;
  }

  /**
   * How many records, entered for days up to one, still wait for review.
   *
   * @param pack which field of work, empty for all
   */
  public long waiting(Clearance who, String pack, LocalDate through) {
    Town town = towns.find(who.town());
    TownRules now = rules.of(town);
    Sight sight = Sight.of(who, Right.READ, "r");
    String[] asking =
        now.packs().packs().stream()
            .filter(p -> pack.isEmpty() || p.name().equals(pack))
            .flatMap(p -> p.ledgers().values().stream())
            .filter(Ledger::review)
            .map(Ledger::code)
            .toArray(String[]::new);
    return scope.read(
        town,
        sql ->
            sight
                .bind(
                    sql.sql(
                        """
                        select count(*) from record r
                        where town = :town and ledger = any(:asking) and version > reviewed
                          and not void and opened_on <= :through and %s
                        """
                            .formatted(sight.where())))
                .param("town", town.id())
                .param("asking", asking)
                .param("through", through)
                .query((row, n) -> row.getLong(1))
                .single());
  }

  /** What came late into a year, as far as the person may read it; the newest first. */
  public List<Late> late(Clearance who, Year year, int limit) {
    Town town = towns.find(who.town());
    Sight sight = Sight.of(who, Right.READ, "r");
    return scope.read(
        town,
        sql ->
            sight
                .bind(
                    sql.sql(
                        """
                        select p.indicator, p.area, p.on_date, p.belongs, p.amount, p.record, e.by, e.at
                        from posting p
                        join record r on r.town = p.town and r.id = p.record
                        join entry e on e.town = p.town and e.seq = p.seq
                        where p.town = :town and p.on_date <> p.belongs and p.slice = ''
                          and p.on_date between :from and :until and %s
                        order by p.seq desc, p.n limit :limit
                        """
                            .formatted(sight.where())))
                .param("town", town.id())
                .param("from", year.atDay(1))
                .param("until", year.atDay(year.length()))
                .param("limit", limit)
                .query((row, n) ->
                    new Late(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getBigDecimal(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant()))
                .list());
  }

  /**
   * Locks a field of work up to a day.
   *
   * @param pack which, empty for all
   * @param key idempotency key of the form
   * @throws Refusal where it is locked so far already, or the day is not over
   */
  public void close(Clearance who, String pack, LocalDate through, String key) {
    TownRules now = rules.of(towns.find(who.town()));
    boolean known = now.packs().packs().stream().map(Pack::name).anyMatch(pack::equals);
    if (!pack.isEmpty() && !known) {
      throw Refusal.of(ProblemCode.NOT_READABLE, "业务模块", pack);
    }
    if (!through.isBefore(rules.today())) {
      throw Refusal.of(ProblemCode.ALREADY, through + " 还没有过完，不能锁定");
    }
    LocalDate before = now.closedThrough(pack);
    if (before != null && !through.isAfter(before)) {
      throw Refusal.of(ProblemCode.CLOSED, pack.isEmpty() ? "全部业务模块" : pack, before);
    }
    Map<String, Value> fields = Map.of("pack", Value.of(pack), "through", Value.of(through));
    String root = now.areas().root().code();
    entries.append(who, Submission.open(SystemLedger.CLOSURE, root, null, fields).keyed(key));
  }

  /**
   * Opens again what a closure locked; what an earlier one locked stays so.
   *
   * @throws Refusal where no reason is given, or it does not stand
   */
  public void reopen(Clearance who, long record, String reason) {
    if (reason.isBlank()) {
      throw Refusal.of(ProblemCode.REASON_REQUIRED, "重新开放");
    }
    boolean stands = standing(who).stream().anyMatch(closure -> closure.record() == record);
    if (!stands) {
      throw Refusal.of(ProblemCode.UNKNOWN_RECORD, record);
    }
    entries.append(
        who,
        new Submission(
            SystemLedger.CLOSURE,
            EntryKind.CHANGE,
            record,
            null,
            null,
            null,
            null,
            Map.of("reopened", Value.of(true)),
            null,
            Objects.requireNonNull(reason),
            null));
  }
}
