package taizhang.bench.books;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import taizhang.bench.result.Aim;
import taizhang.bench.result.Results;
import taizhang.bench.result.Scale;
import taizhang.server.audit.VerificationResult;
import taizhang.server.database.DatabaseUnavailable;

/** The books from empty to a million postings and more; all through the ordinary append. */
public final class BooksBench {

  private BooksBench() {}

  public static void run(Path home, Results results) throws Exception {
    Path data = data(home);
    remove(data);
    try (OpenBooks books = new OpenBooks(data)) {
      County county = new County(books.entries(), results.scale());
      results.add("settings", settings(books));
      long postings = fill(books, county, home, results);
      Values values = new Values(books, county);
      new Question(books, county, values).measure(results, postings);
      long before = new Disk(books).bytes();
      new BatchAppend(books, county, values).measure(results);
      new SingleAppend(books, county, values, results.scale().singles()).measure(results);
      long grown = new Disk(books).bytes() - before;
      results.add(
          "disk per value, one to an entry", (double) grown / values.made(), "B", Aim.atMost(600));
      verify(books, county, results);
    }
  }

  /** Where the books lie that were measured last. */
  public static Path data(Path home) {
    return home.resolve("bench/target/data");
  }

  /** Filled books in the data directory, unless it holds some of this version of the program. */
  public static void provide(Path home, Scale scale) throws IOException {
    if (!usable(data(home))) {
      remove(data(home));
      try (OpenBooks books = new OpenBooks(data(home))) {
        County county = new County(books.entries(), scale);
        open(books, county, home);
        county.fill();
      }
    }
  }

  private static boolean usable(Path data) {
    if (!Files.exists(data.resolve("postgres/cluster"))) {
      return false;
    }
    try (OpenBooks books = new OpenBooks(data)) {
      return !books.towns().all().isEmpty();
    } catch (DatabaseUnavailable e) {
      Results.note("made anew: " + e.getMessage());
      return false;
    }
  }

  private static void open(OpenBooks books, County county, Path home) throws IOException {
    for (String town : county.towns) {
      books.towns().register(town, town);
      county.open(town, home);
    }
  }

  private static long fill(OpenBooks books, County county, Path home, Results results)
      throws IOException {
    open(books, county, home);
    Scale scale = results.scale();
    long entries = (long) scale.towns() * scale.groups() * BenchPack.SHEETS * scale.months();
    long postings = entries * BenchPack.ON_A_SHEET;
    Disk disk = new Disk(books);
    long before = disk.bytes();
    long begun = System.nanoTime();
    county.fill();
    double seconds = (System.nanoTime() - begun) / 1e9;
    String what = "filled with %,d sheets of 10 values".formatted(entries);
    results.add(what, entries / seconds, "entries/s");
    results.add("values a second while filling", postings / seconds, "values/s");
    double each = (double) (disk.bytes() - before) / postings;
    results.add("disk per value, ten to an entry", each, "B", Aim.atMost(600));
    results.add("disk by table", disk.tables());
    books.owner().sql("analyze").update();
    return postings;
  }

  private static String settings(OpenBooks books) {
    return books
        .owner()
        .sql(
            """
            select string_agg(name || ' ' || setting, ', ' order by name) from pg_settings
            where name in ('fsync', 'synchronous_commit', 'full_page_writes')
            """)
        .query(String.class)
        .single();
  }

  private static void verify(OpenBooks books, County county, Results results) {
    List<VerificationResult> found =
        county.towns.stream().map(town -> books.verification().verify(town)).toList();
    if (!found.stream().allMatch(VerificationResult::sound)) {
      throw new IllegalStateException("unsound: " + found);
    }
    long entries = found.stream().mapToLong(VerificationResult::entries).sum();
    long postings = found.stream().mapToLong(VerificationResult::postings).sum();
    double seconds = found.stream().mapToDouble(VerificationResult::seconds).sum();
    results.add(
        "verify %,d entries, %,d postings".formatted(entries, postings),
        entries / seconds,
        "entries/s",
        Aim.atLeast(200_000));
    results.add("verify, postings", postings / seconds, "postings/s");
  }

  static void remove(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> all = Files.walk(directory)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
