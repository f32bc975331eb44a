package taizhang.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import taizhang.books.conform.Case;
import taizhang.books.conform.CaseReader;
import taizhang.books.conform.Conformance;
import taizhang.server.conform.DatabaseConformance;

/** {@code conform CASES.json…}: histories with the readings they must give, run and compared. */
@Command(name = "conform")
final class ConformCommand implements Callable<Integer> {

  @Parameters(paramLabel = "CASES.json", arity = "1..*")
  private List<Path> files = List.of();

  @Option(names = "--pure")
  private boolean pure;

  private final Taizhang taizhang;

  ConformCommand(Taizhang taizhang) {
    this.taizhang = taizhang;
  }

  @Override
  public Integer call() {
    List<Case> cases = new ArrayList<>();
    files.forEach(file -> cases.addAll(read(file)));
    Conformance outcome = pure ? Conformance.pure(cases) : throughTheDatabase(cases);
    Console console = taizhang.console();
    outcome.differences().forEach(difference -> console.print(line(difference)));
    console.print(outcome.agree() + " readings agree, " + outcome.differences().size() + " differ");
    return outcome.differences().isEmpty() ? Exit.DONE : Exit.ATTEND;
  }

  private Conformance throughTheDatabase(List<Case> cases) {
    try (Program program = taizhang.open()) {
      return program.get(DatabaseConformance.class).run(cases);
    }
  }

  private static List<Case> read(Path file) {
    try {
      return CaseReader.read(Files.readString(file));
    } catch (IOException e) {
      throw Stop.refused("file.unreadable", file, e.getMessage() == null ? e : e.getMessage());
    } catch (IllegalArgumentException e) {
      throw Stop.refused("file.unreadable", file, String.valueOf(e.getMessage()));
    }
  }

  private static String line(Conformance.Difference difference) {
    Case.Reading reading = difference.reading();
    return "%s: %s at %s %s..%s S=%s D=%s%s%s expected %s, got %s"
        .formatted(
            difference.name(),
            reading.indicator(),
            reading.area(),
            reading.from() == null ? "" : reading.from(),
            reading.to(),
            reading.newest() == null ? "-" : reading.newest(),
            reading.day() == null ? "-" : reading.day(),
            reading.all() ? " all" : "",
            reading.belongs() ? " belongs" : "",
            reading.expect() == null ? "none" : reading.expect().toPlainString(),
            difference.got() == null ? "none" : difference.got().toPlainString());
  }
}
