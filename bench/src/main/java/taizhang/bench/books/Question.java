package taizhang.bench.books;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import taizhang.bench.result.Aim;
import taizhang.bench.result.Results;
import taizhang.bench.result.Samples;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.period.Period;

/**
 * Ten computed indicators of every town for the last twelve months, now and at a past point of the
 * books; one call for each town, since each has books of its own.
 */
final class Question {

  private static final int MONTHS = 12;
  private static final int POSTINGS_AGO = 100_000;
  private static final Duration MOST = Duration.ofSeconds(60);

  private final OpenBooks books;
  private final County county;
  private final Values values;

  Question(OpenBooks books, County county, Values values) {
    this.books = books;
    this.county = county;
    this.values = values;
  }

  void measure(Results results, long postings) throws SQLException {
    List<FigureQuery> now = queries(Point.NOW);
    String what =
        "%d indicators × %d towns × %d months"
            .formatted(BenchPack.RATES, county.towns.size(), MONTHS);
    Samples times = times(results, town -> now);
    report(results, what, 15, times);
    results.add("SQL statements for it", StatementCount.during(() -> ask(town -> now)), "");
    Period year =
        new Period(county.last.minusMonths(MONTHS - 1).atDay(1), county.last.atEndOfMonth());
    new SqlFloor(books, year).measure(results, times.percentile(50));
    long ago = Math.min(POSTINGS_AGO, postings / 10);
    Map<String, List<FigureQuery>> past = past(ago);
    Function<String, List<FigureQuery>> then = town -> past.getOrDefault(town, List.of());
    report(results, "the same %,d postings ago".formatted(ago), 50, times(results, then));
    results.add("SQL statements for it", StatementCount.during(() -> ask(then)), "");
  }

  private static void report(Results results, String what, int aim, Samples times) {
    results.add(what + ", p50", times.percentile(50), "ms");
    results.add(what + ", p95", times.percentile(95), "ms", Aim.atMost(aim));
  }

  private List<FigureQuery> queries(Point at) {
    List<FigureQuery> queries = new ArrayList<>();
    for (int n = 0; n < BenchPack.RATES; n++) {
      for (int back = 0; back < MONTHS; back++) {
        Period month = Period.month(county.last.minusMonths(back));
        queries.add(FigureQuery.of(BenchPack.rate(n), month).at(at));
      }
    }
    return queries;
  }

  /** The queries of each town so many postings ago, counted over all towns. */
  private Map<String, List<FigureQuery>> past(long postings) {
    long entries = postings / BenchPack.ON_A_SHEET / county.towns.size();
    return county.towns.stream()
        .collect(
            Collectors.toMap(
                town -> town, town -> queries(new Point(values.newest(town) - entries, null))));
  }

  private Samples times(Results results, Function<String, List<FigureQuery>> queries) {
    List<Long> times = new ArrayList<>();
    long first = System.nanoTime();
    ask(queries);
    while (times.size() < results.scale().questions()
        && (times.size() < 3 || System.nanoTime() - first < MOST.toNanos())) {
      long begun = System.nanoTime();
      ask(queries);
      times.add(System.nanoTime() - begun);
    }
    return Samples.ofNanos(times);
  }

  private void ask(Function<String, List<FigureQuery>> queries) {
    for (String town : county.towns) {
      List<Figure> figures = books.figures().readAll(town, queries.apply(town));
      if (figures.stream().allMatch(figure -> figure.value() == null)) {
        throw new IllegalStateException("no value in " + town);
      }
    }
  }
}
