package taizhang.bench;

import java.nio.file.Path;
import java.util.List;
import taizhang.bench.books.BooksBench;
import taizhang.bench.books.TablesBench;
import taizhang.bench.pages.PagesBench;
import taizhang.bench.prose.ProseBench;
import taizhang.bench.result.Results;
import taizhang.bench.result.Scale;
import taizhang.bench.start.StartBench;

/**
 * Runs one section of the benchmarks: {@code books}, {@code tables}, {@code pages}, {@code prose}
 * or {@code start}.
 */
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    Path home = Path.of(System.getProperty("taizhang.home", ".")).toAbsolutePath().normalize();
    Results results = new Results(words.getFirst(), Scale.asked(words));
    switch (words.getFirst()) {
      case "books" -> BooksBench.run(home, results);
      case "tables" -> TablesBench.run(home, results);
      case "pages" -> PagesBench.run(home, results);
      case "prose" -> ProseBench.run(home, results);
      case "start" -> StartBench.run(home, results);
      default -> throw new IllegalArgumentException(words.getFirst());
    }
    results.write(home);
  }
}
