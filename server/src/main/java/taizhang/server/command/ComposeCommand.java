package taizhang.server.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import taizhang.server.demo.DemoMark;
import taizhang.server.report.Composition;
import taizhang.server.report.Outline;

/** {@code compose --town T --year Y --out FILE.docx}: the annual report from the books. */
@Command(name = "compose")
final class ComposeCommand implements Callable<Integer> {

  @Option(names = "--town", required = true, paramLabel = "T")
  private String town = "";

  @Option(names = "--year", required = true, paramLabel = "Y")
  private int year;

  @Option(names = "--out", required = true, paramLabel = "FILE.docx")
  private Path out = Path.of("");

  @Option(names = "--outline", paramLabel = "FILE.yaml")
  private @Nullable Path outline;

  private final Taizhang taizhang;

  ComposeCommand(Taizhang taizhang) {
    this.taizhang = taizhang;
  }

  @Override
  public Integer call() {
    Outline own = outline == null ? null : own(outline);
    try (Program program = taizhang.open()) {
      Papers papers = new Papers(program);
      Composition report = own == null ? papers.compose(town, year) : papers.compose(own);
      Papers.write(report, out, program.get(DemoMark.class).on(town));
      say(taizhang.console(), report, out);
      return report.problems().isEmpty() ? Exit.DONE : Exit.ATTEND;
    }
  }

  private Outline own(Path file) {
    Outline read = Papers.outline(file);
    if (read.year() != year || !read.town().equals(town)) {
      throw Stop.refused("compose.other", file, read.town(), read.year());
    }
    return read;
  }

  /** What became of a report, in words. */
  static void say(Console console, Composition report, Path out) {
    console.say("compose.done", out, report.numbers().size(), report.seq(), report.day());
    report
        .problems()
        .forEach(problem ->
            console.say(
                "compose.missing", report.outline().file(), problem.line(), problem.code()));
    report
        .unsourced()
        .forEach(typed ->
            console.say(
                "compose.unsourced", report.outline().file(), typed.line(), typed.number()));
  }
}
