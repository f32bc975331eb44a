package taizhang.bench.start;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import taizhang.bench.books.BooksBench;
import taizhang.bench.result.Aim;
import taizhang.bench.result.Results;
import taizhang.bench.result.Samples;

/** From the command to the first page, on the books that were measured last. */
public final class StartBench {

  private StartBench() {}

  public static void run(Path home, Results results) throws Exception {
    BooksBench.provide(home, results.scale());
    Path data = BooksBench.data(home);
    int rounds = results.scale().small() ? 1 : 5;
    List<Double> cached = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    List<Double> resident = new ArrayList<>();
    List<Double> postgres = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      Served.start(home, data, true, client).close(); // records the cache where there is none
      for (int round = 0; round < rounds; round++) {
        try (Served served = Served.start(home, data, false, client)) {
          plain.add(served.seconds());
        }
        try (Served served = Served.start(home, data, true, client)) {
          cached.add(served.seconds());
          resident.add(Memory.resident(served.process().pid()));
          postgres.add(Memory.postgres(data));
        }
      }
    }
    double soon = Samples.median(cached);
    results.add("command to first page, with AOT cache", soon, "s", Aim.atMost(8));
    results.add("command to first page, without", Samples.median(plain), "s");
    results.add("without : with", Samples.median(plain) / soon, "×");
    results.add(
        "memory at the first page, the program (RSS)",
        Samples.median(resident),
        "MiB",
        Aim.atMost(450));
    results.add("and its PostgreSQL (PSS)", Samples.median(postgres), "MiB");
  }
}
