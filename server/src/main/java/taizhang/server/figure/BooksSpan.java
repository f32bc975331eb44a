package taizhang.server.figure;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.server.ledger.Entries;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;

/** From which month to which a town's books hold anything: what a page shows where nobody chose. */
@Service
public class BooksSpan {

  /**
   * The months of a town's books.
   *
   * @param first the first with a posting; this month where there is none
   * @param last the last with a posting that is not to come
   * @param year the newest year that is under way in earnest: with at least a tenth of the postings
   *     of the fullest; a date far ahead of the work does not make one
   */
  public record Span(YearMonth first, YearMonth last, int year) {}

  private record Known(long seq, YearMonth month, Span span) {}

  /** Before this stand opening balances without a date worth showing. */
  private static final int EARLIEST = 199001;

  private final TownScope scope;
  private final InstantSource clock;
  private final Map<Integer, Known> known = new ConcurrentHashMap<>();

  BooksSpan(TownScope scope, InstantSource clock) {
    this.scope = scope;
    this.clock = clock;
  }

  /** The months of a town's books as they stand. */
  public Span of(Town town) {
    YearMonth now = YearMonth.from(LocalDate.ofInstant(clock.instant(), Entries.ZONE));
    return scope.read(
        town,
        sql -> {
          long seq =
              sql.sql("select seq from head where town = ?")
                  .param(town.id())
                  .query(Long.class)
                  .single();
          Known last = known.get(town.id());
          if (last == null || last.seq != seq || !last.month.equals(now)) {
            last = new Known(seq, now, read(town, now, sql));
            known.put(town.id(), last);
          }
          return last.span;
        });
  }

  private static Span read(Town town, YearMonth now, JdbcClient sql) {
    SortedMap<Integer, Long> months = new TreeMap<>();
    sql.sql(
            """
            select month, sum(postings) from balance
            where town = :town and month between :earliest and :now group by month
            """)
        .param("town", town.id())
        .param("earliest", EARLIEST)
        .param("now", MonthlySums.number(now))
        .query(row -> {
          months.put(row.getInt(1), row.getLong(2));
        });
    if (months.isEmpty()) {
      return new Span(now, now, now.getYear());
    }
    SortedMap<Integer, Long> years = new TreeMap<>();
    months.forEach((month, postings) -> years.merge(month / 100, postings, Long::sum));
    return new Span(month(months.firstKey()), month(months.lastKey()), inEarnest(years));
  }

  private static int inEarnest(SortedMap<Integer, Long> years) {
    long fullest = Collections.max(years.values());
    return years.entrySet().stream()
        .filter(year -> year.getValue() * 10 >= fullest)
        .mapToInt(Map.Entry::getKey)
        .max()
        .orElse(years.lastKey());
  }

  private static YearMonth month(int number) {
    return YearMonth.of(number / 100, number % 100);
  }
}
