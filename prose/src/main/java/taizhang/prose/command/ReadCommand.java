package taizhang.prose.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import taizhang.prose.Reading;
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

  @Mixin private Given given = new Given();

  @Override
  public Integer call() {
    Console console = new Console();
    try {
      ReportFile report = given.report();
      Reading reading = given.read(report);
      if (given.json()) {
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
