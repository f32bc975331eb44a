package taizhang.bench.books;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import taizhang.bench.result.Results;
import taizhang.bench.result.Samples;
import taizhang.books.period.Period;

/**
 * What the database alone takes for the sums behind the question, in one statement for all towns:
 * from the balances, and from the raw postings.
 */
final class SqlFloor {

  private static final String BALANCES =
      """
      select town, indicator, month, sum(amount) from balance
      where area = 'T' and slice = '' and stage = 'approved' and month between %s and %s and indicator in (%s)
      group by 1, 2, 3
      """;
  private static final String POSTINGS =
      """
      select town, indicator, date_trunc('month', on_date), sum(amount) from posting
      where slice = '' and stage = 'approved' and on_date between '%s' and '%s' and indicator in (%s)
      group by 1, 2, 3
      """;

  private final OpenBooks books;
  private final Period year;
  private final String indicators;

  SqlFloor(OpenBooks books, Period year) {
    this.books = books;
    this.year = year;
    this.indicators = BenchPack.quotedParts();
  }

  /** Adds both floors, and how many times the faster one the question takes. */
  void measure(Results results, double questionMillis) throws SQLException {
    String from = year.from().toString();
    String to = year.to().toString();
    String balances =
        BALANCES.formatted(
            from.substring(0, 7).replace("-", ""), to.substring(0, 7).replace("-", ""), indicators);
    double least = millis(balances, results.scale().questions());
    results.add("its sums from balances by one SQL statement, p50", least, "ms");
    results.add("figures : one SQL statement", questionMillis / least, "×");
    double raw = millis(POSTINGS.formatted(from, to, indicators), 3);
    results.add("its sums from raw postings by one SQL statement, p50", raw, "ms");
    results.add("SQL over raw postings : figures", raw / questionMillis, "×");
  }

  private double millis(String statement, int times) throws SQLException {
    List<Long> nanos = new ArrayList<>();
    try (var connection = books.connection();
        var made = connection.createStatement()) {
      connection.setAutoCommit(false);
      made.execute(
          "select set_config('taizhang.towns', (select string_agg(id::text, ',') from town), true)");
      for (int n = 0; n <= times; n++) {
        long begun = System.nanoTime();
        try (var rows = made.executeQuery(statement)) {
          if (!rows.next()) {
            throw new IllegalStateException("no sums: " + statement);
          }
        }
        if (n > 0) {
          nanos.add(System.nanoTime() - begun);
        }
      }
    }
    return Samples.ofNanos(nanos).percentile(50);
  }
}
