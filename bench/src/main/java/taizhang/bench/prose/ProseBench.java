package taizhang.bench.prose;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import taizhang.bench.result.Aim;
import taizhang.bench.result.Results;
import taizhang.bench.result.Scale;
import taizhang.prose.ReportReader;
import taizhang.prose.text.SourceText;

/** The reader of prose on one core, by JMH, beside HanLP. */
public final class ProseBench {

  /** Seconds and bytes allocated of one reading. */
  private record Cost(double seconds, double bytes) {}

  private ProseBench() {}

  public static void run(Path home, Results results) throws Exception {
    Map<String, Cost> costs = new HashMap<>();
    costs.putAll(costs("Readers.(claims|everything)", results.scale(), 1, 10));
    costs.putAll(costs("Readers.hanlp", results.scale(), 1));
    report(results, costs);
    ColdRead.measure(home, results);
  }

  private static void report(Results results, Map<String, Cost> costs) {
    String text = new ReportText().megabytes(1);
    double megabytes = text.getBytes(StandardCharsets.UTF_8).length / 1e6;
    int found =
        ReportReader.claims(new SourceText("bench", text), taizhang.prose.Options.NONE).size();
    results.add("claims in 1,000 characters of the text", found * 1_000.0 / text.length(), "");
    Cost claims = cost(costs, "claims 1");
    Cost everything = cost(costs, "everything 1");
    Cost peer = cost(costs, "hanlp 1");
    results.add("claims alone", megabytes / claims.seconds(), "MB/s", Aim.atLeast(20));
    results.add("all checks", megabytes / everything.seconds(), "MB/s", Aim.atLeast(5));
    results.add("allocated, claims alone", claims.bytes() / text.length(), "B/char");
    results.add("allocated, all checks", everything.bytes() / text.length(), "B/char");
    results.add(
        "HanLP portable 1.8.6, segmentation with quantities", megabytes / peer.seconds(), "MB/s");
    results.add("the same in characters", text.length() / peer.seconds(), "chars/s");
    results.add("allocated, HanLP", peer.bytes() / text.length(), "B/char");
    results.add("claims alone : HanLP", peer.seconds() / claims.seconds(), "×", Aim.atLeast(1));
    results.add("all checks : HanLP", peer.seconds() / everything.seconds(), "×");
    linear(results, "claims alone", claims, cost(costs, "claims 10"));
    linear(results, "all checks", everything, cost(costs, "everything 10"));
  }

  private static void linear(Results results, String what, Cost one, Cost ten) {
    results.add(
        what + ", time of 10 MB : 1 MB", ten.seconds() / one.seconds(), "×", Aim.atMost(11));
  }

  private static Cost cost(Map<String, Cost> costs, String name) {
    Cost cost = costs.get(name);
    if (cost == null) {
      throw new IllegalStateException("not measured: " + name);
    }
    return cost;
  }

  private static Map<String, Cost> costs(String benchmarks, Scale scale, int... megabytes)
      throws RunnerException {
    Results.note("JMH: " + benchmarks);
    Map<String, Cost> costs = new HashMap<>();
    for (RunResult run : new Runner(options(benchmarks, scale, megabytes)).run()) {
      String method = run.getPrimaryResult().getLabel();
      String size = run.getParams().getParam("megabytes");
      var allocated = run.getSecondaryResults().get("gc.alloc.rate.norm");
      costs.put(
          method + " " + size,
          new Cost(
              run.getPrimaryResult().getScore(), allocated == null ? 0 : allocated.getScore()));
    }
    return costs;
  }

  private static Options options(String benchmarks, Scale scale, int... megabytes) {
    String[] sizes =
        java.util.Arrays.stream(megabytes).mapToObj(Integer::toString).toArray(String[]::new);
    TimeValue round = TimeValue.seconds(scale.seconds());
    return new OptionsBuilder()
        .include(benchmarks)
        .param("megabytes", sizes)
        .forks(1)
        .threads(1)
        .warmupIterations(scale.small() ? 1 : 4)
        .warmupTime(round)
        .measurementIterations(scale.small() ? 1 : 6)
        .measurementTime(round)
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }
}
