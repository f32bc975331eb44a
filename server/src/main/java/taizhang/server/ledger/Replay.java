package taizhang.server.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import taizhang.books.area.AreaTree;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryBytes;
import taizhang.server.town.Town;

/**
 * Rebuilds records, postings and balances of a town from its entries alone and compares them with
 * what is kept. Goes record by record, so that its memory does not grow with the books.
 */
@Service
public class Replay {

  private static final int FETCH = 2000;

  private final TownRulesStore store;

  Replay(TownRulesStore store) {
    this.store = store;
  }

  /** Told of everything that differs. */
  public interface Listener {
    void differs(String check, long seq, String what);
  }

  /**
   * How much was compared.
   *
   * @param records records
   * @param postings postings
   * @param balances balances
   */
  public record Outcome(long records, long postings, long balances) {}

  /** Compares a town; call inside its scope. */
  public Outcome compare(Town town, JdbcClient sql, Listener listener) {
    Timeline timeline = new Timeline(system(town, sql), store);
    try (RecordCursor cursor = new RecordCursor(town, sql)) {
      RecordReplay records = new RecordReplay(timeline, cursor, listener);
      List<Entry> one = new ArrayList<>();
      sql.sql(
              """
              select bytes, seq, ledger, record, kind, area, effective_on, state, by, at from entry
              where town = ? order by record, seq
              """)
          .param(town.id())
          .withFetchSize(FETCH)
          .query(row -> {
            Entry entry = EntryBytes.read(row.getBytes(1));
            ColumnCheck.compare(row, town, entry, listener);
            if (!one.isEmpty() && one.getFirst().record() != entry.record()) {
              records.record(List.copyOf(one));
              one.clear();
            }
            one.add(entry);
          });
      if (!one.isEmpty()) {
        records.record(one);
      }
      records.finish();
      return new Outcome(records.records(), records.postings(), balances(town, sql, listener));
    }
  }

  private static List<Entry> system(Town town, JdbcClient sql) {
    return sql.sql(
            """
            select bytes from entry
            where town = ? and ledger in ('system.adoption', 'system.area', 'system.closure') order by seq
            """)
        .param(town.id())
        .query((row, n) -> EntryBytes.read(row.getBytes(1)))
        .list();
  }

  /** Compares every balance with the sum of its postings, and counts them. */
  private long balances(Town town, JdbcClient sql, Listener listener) {
    AreaTree areas = store.current(town, sql).areas();
    List<String> below = new ArrayList<>();
    List<String> above = new ArrayList<>();
    areas
        .all()
        .forEach(area ->
            areas
                .path(area.code())
                .forEach(ancestor -> {
                  below.add(area.code());
                  above.add(ancestor);
                }));
    sql.sql(
            """
            with summed as (
              select p.indicator, a.above as area,
                     (extract(year from on_date) * 100 + extract(month from on_date))::integer as month,
                     p.slice, p.stage, sum(p.amount) as amount, count(*) as postings
              from posting p join unnest(?::text[], ?::text[]) as a(below, above) on a.below = p.area
              where p.town = ? and p.starts is null and p.key = ''
              group by 1, 2, 3, 4, 5),
            kept as (select * from balance where town = ?)
            select coalesce(s.indicator, k.indicator) as indicator, coalesce(s.area, k.area) as area,
                   coalesce(s.month, k.month) as month, s.amount as summed, k.amount as kept
            from summed s full join kept k using (indicator, area, month, slice, stage)
            where s.amount is distinct from k.amount or s.postings is distinct from k.postings
            limit 20
            """)
        .param(new SqlArrayValue("text", below.toArray()))
        .param(new SqlArrayValue("text", above.toArray()))
        .param(town.id())
        .param(town.id())
        .query(row -> {
          String cell = row.getString(1) + " " + row.getString(2) + " " + row.getInt(3);
          listener.differs(
              "balance",
              0,
              cell + " is kept as " + row.getString(5) + ", its postings give " + row.getString(4));
        });
    return Objects.requireNonNull(
        sql.sql("select count(*) from balance where town = ?")
            .param(town.id())
            .query((row, n) -> row.getLong(1))
            .single());
  }
}
