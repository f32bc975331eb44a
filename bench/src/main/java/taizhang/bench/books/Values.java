package taizhang.bench.books;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import taizhang.books.entry.Submission;
import taizhang.books.figure.FigureQuery;
import taizhang.books.period.Period;

/** Values to be appended one by one to filled books, for each town a row that does not end. */
final class Values {

  private final OpenBooks books;
  private final County county;
  private final Map<String, AtomicLong> numbers = new ConcurrentHashMap<>();

  Values(OpenBooks books, County county) {
    this.books = books;
    this.county = county;
  }

  /** The next value of a town. */
  Submission next(String town) {
    return county.value(numbers.computeIfAbsent(town, code -> new AtomicLong()).getAndIncrement());
  }

  /** How many values were made in all. */
  long made() {
    return numbers.values().stream().mapToLong(AtomicLong::get).sum();
  }

  /** The newest entry of a town. */
  long newest(String town) {
    Period period = Period.month(county.last);
    return books.figures().read(town, FigureQuery.of(BenchPack.rate(0), period)).seq();
  }
}
