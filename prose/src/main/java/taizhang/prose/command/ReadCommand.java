package taizhang.prose.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import taizhang.prose.Reading;
import taizhang.prose.ReportReader;
import taizhang.prose.claim.Claim;
import taizhang.prose.commitment.Commitment;
import taizhang.prose.input.InputRefusedException;
import taizhang.prose.input.ReportFile;

/**
 * {@code read FILE}: the claims, commitments and findings of a report. Exit code 0, 1 with findings
 * E, 2 for bad input.
 */
@Command(
    name = "read",
    description = "Claims, commitments and findings of a report (读出报告中的数据、承诺和问题).")
public final class ReadCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "a .txt or .docx; - reads the standard input")
  private String file = "-";

  @Option(names = "--json", description = "one JSON object")
  private boolean json;

  @Option(names = "--year", paramLabel = "Y", description = "the year the report looks back on")
  private int year;

  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      description = "indicators to match claims with, TSV or JSON")
  private @Nullable String catalogue;

  @Override
  public Integer call() {
    Console console = new Console();
    try {
      ReportFile report = ReportFile.read(file);
      Reading reading = ReportReader.read(report.source(), Given.options(year, catalogue));
      if (json) {
        console.print(ReadingJson.of(reading, report.sha256()));
      } else {
        people(console, reading);
      }
      return console.exitCode(reading);
    } catch (InputRefusedException e) {
      return console.refuse(e);
    }
  }

  private static void people(Console console, Reading reading) {
    console.summary(reading);
    for (Claim claim : reading.claims()) {
      console.say(
          "claim",
          claim.line(),
          claim.start() + 1,
          claim.text(),
          claim.subject(),
          claim.printed(),
          claim.unit().name(),
          claim.role().label(),
          claim.kind().label(),
          claim.period());
    }
    for (Commitment commitment : reading.commitments()) {
      console.say("commitment", commitment.line(), commitment.start() + 1, commitment.text());
    }
    console.findings(reading);
  }
}
