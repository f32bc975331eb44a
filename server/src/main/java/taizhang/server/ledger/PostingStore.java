package taizhang.server.ledger;

import static taizhang.server.ledger.EntryStore.column;
import static taizhang.server.ledger.EntryStore.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import taizhang.books.area.AreaTree;
import taizhang.books.figure.Posted;
import taizhang.books.posting.Cell;
import taizhang.books.posting.Posting;
import taizhang.server.town.Town;

/** Postings, and the balances that follow from them. */
@Repository
class PostingStore {

  /** Where a balance is kept. */
  record BalanceKey(String indicator, String area, int month, String slice, String stage) {}

  private static final class Sum {
    BigDecimal amount = BigDecimal.ZERO;
    long postings;
  }

  private record Numbered(Posted posted, int n) {}

  /** Keeps postings and moves the balances of their areas and all areas above. */
  void insert(Town town, List<Posted> posted, AreaTree areas, JdbcClient sql) {
    if (posted.isEmpty()) {
      return;
    }
    insertPostings(town, numbered(posted), sql);
    moveBalances(town, posted, areas, sql);
  }

  private static List<Numbered> numbered(List<Posted> posted) {
    List<Numbered> numbered = new ArrayList<>(posted.size());
    Map<Long, Integer> next = new HashMap<>();
    posted.forEach(p -> numbered.add(new Numbered(p, next.merge(p.seq(), 1, Integer::sum))));
    return numbered;
  }

  private static void insertPostings(Town town, List<Numbered> rows, JdbcClient sql) {
    sql.sql(
            """
            insert into posting (town, seq, n, record, indicator, area, on_date, belongs, starts, stage,
                                 slice, key, amount, mark)
            select ?, * from unnest(?::bigint[], ?::integer[], ?::bigint[], ?::text[], ?::text[], ?::date[],
                                    ?::date[], ?::date[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::smallint[])
            """)
        .param(town.id())
        .param(column("bigint", rows, r -> r.posted().seq()))
        .param(column("integer", rows, Numbered::n))
        .param(column("bigint", rows, r -> r.posted().record()))
        .param(column("text", rows, r -> cell(r).indicator()))
        .param(column("text", rows, r -> cell(r).area()))
        .param(column("text", rows, r -> posting(r).on().toString()))
        .param(column("text", rows, r -> cell(r).belongs().toString()))
        .param(column("text", rows, r -> text(cell(r).starts())))
        .param(column("text", rows, r -> posting(r).stage().code()))
        .param(column("text", rows, r -> cell(r).slice()))
        .param(column("text", rows, r -> cell(r).key()))
        .param(column("numeric", rows, r -> posting(r).amount()))
        .param(column("smallint", rows, r -> (short) posting(r).mark()))
        .update();
  }

  private static Posting posting(Numbered row) {
    return row.posted().posting();
  }

  private static Cell cell(Numbered row) {
    return posting(row).cell();
  }

  private static void moveBalances(Town town, List<Posted> posted, AreaTree areas, JdbcClient sql) {
    Map<BalanceKey, Sum> sums = new HashMap<>();
    for (Posted one : posted) {
      Posting posting = one.posting();
      Cell cell = posting.cell();
      if (balanced(cell)) {
        int month = posting.on().getYear() * 100 + posting.on().getMonthValue();
        for (String area : areas.path(cell.area())) {
          Sum sum =
              sums.computeIfAbsent(
                  new BalanceKey(
                      cell.indicator(), area, month, cell.slice(), posting.stage().code()),
                  k -> new Sum());
          sum.amount = sum.amount.add(posting.amount());
          sum.postings++;
        }
      }
    }
    saveBalances(town, sums, sql);
  }

  /** Balances are kept of what is summed: not of stated values, nor of keys to be told apart. */
  static boolean balanced(Cell cell) {
    return !cell.stated() && cell.key().isEmpty();
  }

  private static void saveBalances(Town town, Map<BalanceKey, Sum> sums, JdbcClient sql) {
    if (sums.isEmpty()) {
      return;
    }
    var rows = List.copyOf(sums.entrySet());
    sql.sql(
            """
            insert into balance (town, indicator, area, month, slice, stage, amount, postings)
            select ?, * from unnest(?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::numeric[], ?::bigint[])
            on conflict (town, indicator, area, month, slice, stage) do update set
              amount = balance.amount + excluded.amount, postings = balance.postings + excluded.postings
            """)
        .param(town.id())
        .param(column("text", rows, r -> r.getKey().indicator()))
        .param(column("text", rows, r -> r.getKey().area()))
        .param(column("integer", rows, r -> r.getKey().month()))
        .param(column("text", rows, r -> r.getKey().slice()))
        .param(column("text", rows, r -> r.getKey().stage()))
        .param(column("numeric", rows, r -> r.getValue().amount))
        .param(column("bigint", rows, r -> r.getValue().postings))
        .update();
  }
}
