package taizhang.prose.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import taizhang.prose.Reading;
import taizhang.prose.finding.Correction;
import taizhang.prose.finding.Corrections;
import taizhang.prose.input.InputRefusedException;
import taizhang.prose.input.InputRefusedException.Reason;
import taizhang.prose.input.ReportFile;

/**
 * {@code check FILE}: the findings alone; {@code --fix OUT} writes the text with the mechanical
 * corrections made and says what it did. Exit code 0, 1 with findings E, 2 for bad input.
 */
@Command(name = "check", description = "Findings of a report (检查报告中的问题).")
public final class CheckCommand implements Callable<Integer> {

  @Mixin private Given given = new Given();

  @Option(
      names = "--fix",
      paramLabel = "OUT",
      description = "write mechanical corrections to a new text file")
  private @Nullable String fix;

  @Override
  public Integer call() {
    Console console = new Console();
    try {
      ReportFile report = given.report();
      Reading reading = given.read(report);
      if (given.json()) {
        console.print(ReadingJson.findings(reading, report.sha256()));
      } else {
        console.summary(reading);
        console.findings(reading);
      }
      if (fix != null) {
        correct(console, report, fix);
      }
      return console.exitCode(reading);
    } catch (InputRefusedException e) {
      return console.refuse(e);
    }
  }

  private void correct(Console console, ReportFile report, String out)
      throws InputRefusedException {
    Path path = Path.of(out);
    try {
      if (!given.file().equals("-")
          && Files.exists(path)
          && Files.isSameFile(path, Path.of(given.file()))) {
        throw new InputRefusedException(Reason.SAME_FILE, out);
      }
      Corrections corrections = Corrections.of(report.source());
      Files.writeString(path, corrections.text(), StandardCharsets.UTF_8);
      if (!given.json()) {
        for (Correction correction : corrections.made()) {
          console.say(
              "fix",
              correction.line(),
              correction.start() + 1,
              correction.before(),
              correction.after());
        }
        console.say("fixed", corrections.made().size(), out);
      }
    } catch (IOException e) {
      throw new InputRefusedException(Reason.UNREADABLE, out);
    }
  }
}
