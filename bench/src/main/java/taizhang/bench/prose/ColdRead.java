package taizhang.bench.prose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import taizhang.bench.result.Aim;
import taizhang.bench.result.Results;
import taizhang.bench.result.Samples;

/** {@code taizhang read} of one report, from the command to its end. */
final class ColdRead {

  private static final int CHARACTERS = 15_000;

  private ColdRead() {}

  static void measure(Path home, Results results) throws IOException, InterruptedException {
    Path report = Files.createTempFile("report", ".txt");
    try {
      Files.writeString(report, new ReportText().report(CHARACTERS));
      int rounds = results.scale().small() ? 2 : 11;
      List<Double> seconds = new ArrayList<>();
      for (int round = 0; round <= rounds; round++) {
        double took = seconds(home, report);
        if (round > 0) {
          seconds.add(took);
        }
      }
      results.add(
          "read of a report of 15,000 characters, cold",
          Samples.median(seconds),
          "s",
          Aim.atMost(0.6));
    } finally {
      Files.delete(report);
    }
  }

  private static double seconds(Path home, Path report) throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(
            home.resolve("taizhang").toString(), "read", report.toString(), "--json");
    command.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    command.redirectError(ProcessBuilder.Redirect.DISCARD);
    long begun = System.nanoTime();
    int exit = command.start().waitFor();
    if (exit > 1) {
      throw new IOException("read ended with " + exit);
    }
    return (System.nanoTime() - begun) / 1e9;
  }
}
