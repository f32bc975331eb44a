package taizhang.prose.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import taizhang.prose.Reading;
import taizhang.prose.finding.Finding;
import taizhang.prose.finding.Severity;
import taizhang.prose.input.InputRefusedException;

/**
 * Where the commands print: UTF-8, results to the standard output, refusals to the standard error.
 */
final class Console {

  private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
  private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
  private final Messages messages = new Messages(Locale.getDefault());

  void print(String text) {
    out.println(text);
    out.flush();
  }

  void say(String key, Object... arguments) {
    Object[] words = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      words[i] = arguments[i].toString();
    }
    out.println(messages.say(key, words));
  }

  void summary(Reading reading) {
    say(
        "summary",
        reading.reports().size(),
        reading.claims().size(),
        reading.commitments().size(),
        reading.findings().size());
  }

  void findings(Reading reading) {
    for (Finding finding : reading.findings()) {
      say(
          "finding",
          finding.line(),
          finding.start() + 1,
          finding.severity(),
          finding.rule(),
          finding.text(),
          finding.message(),
          finding.evidence());
    }
    out.flush();
  }

  int refuse(InputRefusedException refusal) {
    err.println(refusal.text(Locale.getDefault()));
    return 2;
  }

  int exitCode(Reading reading) {
    out.flush();
    return reading.findings().stream().anyMatch(finding -> finding.severity() == Severity.E)
        ? 1
        : 0;
  }
}
