package taizhang.bench.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import taizhang.bench.result.Aim;
import taizhang.bench.result.Results;
import taizhang.bench.result.Samples;
import taizhang.books.entry.Submission;

/**
 * Eight users in four towns, each appending one entry after another without a pause; then the same
 * while one of these towns is loaded in batches.
 */
final class SingleAppend {

  private static final int TOWNS = 4;
  private static final int USERS_OF_A_TOWN = 2;

  private final OpenBooks books;
  private final County county;
  private final Values values;
  private final int each;

  SingleAppend(OpenBooks books, County county, Values values, int each) {
    this.books = books;
    this.county = county;
    this.values = values;
    this.each = each;
  }

  void measure(Results results) throws Exception {
    users();
    Samples alone = Samples.ofNanos(users().values().stream().flatMap(List::stream).toList());
    results.add("append, 8 users in 4 towns, p50 / p95 / p99", alone);
    results.add("one entry saved, p95", alone.percentile(95), "ms", Aim.atMost(20));
    String loaded = county.towns.getFirst();
    AtomicBoolean ended = new AtomicBoolean();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Double> load = executor.submit(() -> load(loaded, ended));
      Map<String, List<Long>> times = users();
      ended.set(true);
      Samples beside = Samples.ofNanos(times.getOrDefault(loaded, List.of()));
      Samples all = Samples.ofNanos(times.values().stream().flatMap(List::stream).toList());
      results.add("the same beside a batch load in one of them, p50 / p95 / p99", all);
      results.add("of these the 2 users in the loaded town, p50 / p95 / p99", beside);
      results.add("one entry beside a load, p99", beside.percentile(99), "ms", Aim.atMost(25));
      results.add("the load meanwhile", load.get(), "entries/s");
    }
  }

  /** Nanoseconds of every append by town. */
  private Map<String, List<Long>> users() throws InterruptedException, ExecutionException {
    Map<String, List<Long>> times = new ConcurrentHashMap<>();
    List<Callable<List<Long>>> users = new ArrayList<>();
    for (String town : county.towns.subList(0, TOWNS)) {
      for (int n = 0; n < USERS_OF_A_TOWN; n++) {
        String user = "user" + n;
        users.add(() -> times.merge(town, user(town, user), SingleAppend::both));
      }
    }
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<List<Long>> user : executor.invokeAll(users)) {
        user.get();
      }
    }
    return times;
  }

  private static List<Long> both(List<Long> one, List<Long> other) {
    List<Long> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  private List<Long> user(String town, String login) {
    List<Long> times = new ArrayList<>();
    for (int n = 0; n < each; n++) {
      Submission submission = values.next(town);
      long begun = System.nanoTime();
      books.entries().append(town, login, submission);
      times.add(System.nanoTime() - begun);
    }
    return times;
  }

  private double load(String town, AtomicBoolean ended) {
    long begun = System.nanoTime();
    long entries = 0;
    while (!ended.get()) {
      List<Submission> batch = LongStream.range(0, 1_000).mapToObj(n -> values.next(town)).toList();
      books.entries().appendAll(town, "import", batch);
      entries += batch.size();
    }
    return entries / ((System.nanoTime() - begun) / 1e9);
  }
}
