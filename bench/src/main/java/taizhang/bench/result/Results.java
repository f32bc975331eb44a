package taizhang.bench.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;

/** One section of results: printed as it is measured, and kept beside those of other sections. */
public final class Results {

  private static final String HEADING = "## ";

  private final String section;
  private final Scale scale;
  private final List<String> lines = new ArrayList<>();

  public Results(String section, Scale scale) {
    this.section = section;
    this.scale = scale;
    say("%s%s (%s)".formatted(HEADING, section, scale.name()));
    say("");
    say(machine());
    say("");
    say("| measure | value | aim | |");
    say("| --- | ---: | ---: | --- |");
  }

  private static String machine() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.ROOT,
        "%s, %d cores, load %.1f before the run, Java %s",
        LocalDate.now(),
        system.getAvailableProcessors(),
        system.getSystemLoadAverage(),
        Runtime.version());
  }

  /** How much is measured. */
  public Scale scale() {
    return scale;
  }

  /** A measure held against its aim. */
  public void add(String measure, double value, String unit, Aim aim) {
    row(measure, Amount.text(value, unit), aim.text(unit), aim.verdict(value));
  }

  /** A measure without an aim. */
  public void add(String measure, double value, String unit) {
    row(measure, Amount.text(value, unit), "", "");
  }

  /** A measure in words. */
  public void add(String measure, Object value) {
    row(measure, value.toString(), "", "");
  }

  private void row(String measure, String value, String aim, String verdict) {
    say("| %s | %s | %s | %s |".formatted(measure, value, aim, verdict));
  }

  private void say(String line) {
    lines.add(line);
    System.out.println(line);
  }

  /** Says what is going on, without keeping it. */
  public static void note(String what) {
    System.err.println("… " + what);
  }

  /**
   * Writes the section into {@code bench/results/latest.md} in place of its last; results of small
   * scale go to {@code bench/target/small.md}.
   */
  public void write(Path home) {
    Path bench = home.resolve("bench");
    Path file =
        scale.small() ? bench.resolve("target/small.md") : bench.resolve("results/latest.md");
    try {
      Files.createDirectories(file.getParent());
      SequencedMap<String, String> sections = sections(file);
      sections.put(heading(lines.getFirst()), String.join("\n", lines) + "\n");
      Files.writeString(
          file,
          "# Measured\n\nBy `./taizhang bench`; quote ratios of one run, seconds drift with the machine.\n\n"
              + String.join("\n", sections.values()));
      note("written to " + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SequencedMap<String, String> sections(Path file) throws IOException {
    SequencedMap<String, String> sections = new TreeMap<>();
    if (Files.exists(file)) {
      for (String part : Files.readString(file).split("(?m)^(?=" + HEADING + ")", -1)) {
        if (part.startsWith(HEADING)) {
          sections.put(heading(part), part.strip() + "\n");
        }
      }
    }
    return sections;
  }

  private static String heading(String part) {
    return part.lines().findFirst().orElse("");
  }
}
