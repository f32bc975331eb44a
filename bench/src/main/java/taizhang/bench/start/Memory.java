package taizhang.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory of processes in MiB, as Linux counts it. */
final class Memory {

  private Memory() {}

  /** What a process holds of the machine's memory, pages shared with others included. */
  static double resident(long pid) throws IOException {
    return field(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:");
  }

  /** What the PostgreSQL of a data directory holds; a page shared by several counts once. */
  static double postgres(Path data) throws IOException {
    Path file = data.resolve("postgres/cluster/postmaster.pid");
    long postmaster = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    double sum = 0;
    for (ProcessHandle one : family(postmaster)) {
      sum += field(Path.of("/proc", Long.toString(one.pid()), "smaps_rollup"), "Pss:");
    }
    return sum;
  }

  private static Iterable<ProcessHandle> family(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
        .toList();
  }

  private static double field(Path file, String name) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
              .filter(line -> line.startsWith(name))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          / 1024.0;
    }
  }
}
