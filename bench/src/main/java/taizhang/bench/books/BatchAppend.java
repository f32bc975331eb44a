package taizhang.bench.books;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import taizhang.bench.result.Aim;
import taizhang.bench.result.Results;
import taizhang.bench.result.Samples;
import taizhang.bench.result.Scale;
import taizhang.books.entry.Submission;
import taizhang.server.town.Town;

/** A batch load into one town, round by round beside a COPY of the rows it made. */
final class BatchAppend {

  /** Most submissions handed over at once, as an import would. */
  private static final int HANDED = 2_000;

  private final OpenBooks books;
  private final County county;
  private final Values values;

  BatchAppend(OpenBooks books, County county, Values values) {
    this.books = books;
    this.county = county;
    this.values = values;
  }

  void measure(Results results) throws SQLException, IOException {
    Scale scale = results.scale();
    Town town = books.towns().find(county.towns.getLast());
    List<Double> appended = new ArrayList<>();
    List<Double> copied = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    try (CopyFloor floor = new CopyFloor(books)) {
      for (int round = 0; round <= scale.rounds(); round++) {
        List<Submission> batch = batch(town, scale.batch());
        long before = values.newest(town.code());
        double seconds = append(town.code(), batch);
        double least = floor.seconds(town, before);
        if (round > 0) {
          appended.add(scale.batch() / seconds);
          copied.add(scale.batch() / least);
          shares.add(least / seconds * 100);
        }
      }
    }
    results.add(
        "append, batches of one-value entries into one town",
        Samples.median(appended),
        "entries/s",
        Aim.atLeast(20_000));
    results.add(
        "COPY of the same rows into one indexed table", Samples.median(copied), "entries/s");
    results.add("append in percent of COPY", Samples.median(shares), "%", Aim.atLeast(25));
  }

  private List<Submission> batch(Town town, int size) {
    return LongStream.range(0, size).mapToObj(n -> values.next(town.code())).toList();
  }

  private double append(String town, List<Submission> batch) {
    long begun = System.nanoTime();
    for (int from = 0; from < batch.size(); from += HANDED) {
      books
          .entries()
          .appendAll(town, "import", batch.subList(from, Math.min(batch.size(), from + HANDED)));
    }
    return (System.nanoTime() - begun) / 1e9;
  }
}
