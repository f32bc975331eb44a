package taizhang.server.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import taizhang.books.entry.EntryKind;
import taizhang.server.exchange.Imported;
import taizhang.server.exchange.Imports;
import taizhang.server.exchange.Manner;
import taizhang.server.exchange.TableRefused;
import taizhang.server.ledger.Author;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code import --town T --ledger P/L FILE}: enters a table, or says what entering it would do. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {

  /** What a row says of a record that is there. */
  enum Meaning {
    CHANGE,
    CORRECT
  }

  @Option(names = "--town", required = true, paramLabel = "T")
  private String town = "";

  @Option(names = "--ledger", required = true, paramLabel = "P/L")
  private String ledger = "";

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--by", paramLabel = "LOGIN", defaultValue = "import")
  private String by = "import";

  @Option(names = "--as", paramLabel = "change|correct", defaultValue = "change")
  private Meaning meaning = Meaning.CHANGE;

  @Option(names = "--on", paramLabel = "DATE")
  private @Nullable String on;

  @Option(names = "--reason", paramLabel = "WHY")
  private @Nullable String reason;

  private final Taizhang taizhang;

  ImportCommand(Taizhang taizhang) {
    this.taizhang = taizhang;
  }

  @Override
  public Integer call() {
    Manner manner =
        new Manner(Author.operator(by), EntryKind.valueOf(meaning.name()), day(), reason);
    String code = ledger.replace('/', '.');
    Console console = taizhang.console();
    try (Program program = taizhang.open();
        Ending ending = Ending.of(program, console);
        Progress progress = console.progress("import.progress", file)) {
      Imports imports = program.get(Imports.class);
      Imported done =
          dryRun
              ? imports.rehearse(town, code, file, manner)
              : imports.enter(
                  town,
                  code,
                  file,
                  manner,
                  (rows, total) -> {
                    progress.at(rows, total);
                    ending.here();
                  });
      answer(done);
      return Exit.DONE;
    } catch (TableRefused refused) {
      refuse(refused);
      return Exit.REFUSED;
    }
  }

  private @Nullable LocalDate day() {
    try {
      return on == null ? null : LocalDate.parse(on);
    } catch (DateTimeException e) {
      throw Stop.refused("date.unreadable", "--on", on == null ? "" : on);
    }
  }

  private void answer(Imported done) {
    if (json) {
      taizhang.console().print(json(done).toString());
      return;
    }
    Console console = taizhang.console();
    console.say(
        dryRun ? "import.would" : "import.done",
        file,
        done.rows(),
        done.opened(),
        done.changed(),
        done.unchanged(),
        done.again());
    MovedFigures.say(console, done.moved());
  }

  private ObjectNode json(Imported done) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("town", town).put("ledger", ledger.replace('/', '.')).put("dry_run", dryRun);
    json.put("rows", done.rows()).put("opened", done.opened()).put("changed", done.changed());
    json.put("unchanged", done.unchanged()).put("again", done.again());
    MovedFigures.put(json.putArray("figures"), done.moved());
    json.putArray("problems");
    return json;
  }

  private void refuse(TableRefused refused) {
    Console console = taizhang.console();
    if (json) {
      ObjectNode answer = JsonNodeFactory.instance.objectNode();
      answer.put("town", town).put("ledger", ledger.replace('/', '.')).put("dry_run", dryRun);
      var problems = answer.putArray("problems");
      refused
          .problems()
          .forEach(p ->
              problems
                  .addObject()
                  .put("row", p.row())
                  .put("column", p.column())
                  .put("number", p.problem().code().number())
                  .put("code", p.problem().code().name())
                  .put("message", p.problem().message(Locale.ENGLISH)));
      console.print(answer.toString());
    } else {
      refused.problems().forEach(p -> console.complain(p.message(console.locale())));
      console.note("import.refused", refused.problems().size());
    }
  }
}
