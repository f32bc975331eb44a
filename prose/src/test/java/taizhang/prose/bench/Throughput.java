package taizhang.prose.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import taizhang.prose.Options;
import taizhang.prose.ReportReader;
import taizhang.prose.text.SourceText;

/**
 * Measures one text, repeated: megabytes of UTF-8 a second of processor time, and bytes allocated a
 * character. Run by hand; no test.
 */
final class Throughput {

  private Throughput() {}

  public static void main(String[] arguments) throws IOException {
    String once = Files.readString(Path.of(arguments[0])) + "\n";
    int megabytes = Integer.parseInt(arguments[1]);
    int size = once.getBytes(StandardCharsets.UTF_8).length;
    SourceText source =
        new SourceText("bench", once.repeat(Math.max(1, megabytes * 1_000_000 / size)));
    for (int round = 0; round < 8; round++) {
      measure("claims", source, size, once.length(), false);
      measure("all", source, size, once.length(), true);
    }
  }

  private static void measure(String what, SourceText source, int bytes, int chars, boolean all) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long start = threads.getCurrentThreadCpuTime();
    int found =
        all
            ? ReportReader.read(source, Options.NONE).findings().size()
            : ReportReader.claims(source, Options.NONE).size();
    double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    double megabytes = (double) source.text().length() / chars * bytes / 1e6;
    double perCharacter =
        (double) (threads.getCurrentThreadAllocatedBytes() - allocated) / source.text().length();
    System.out.printf(
        "%-7s %6.1f MB/s  %5.1f B/char  %d%n", what, megabytes / seconds, perCharacter, found);
  }
}
