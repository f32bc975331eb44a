package taizhang.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import taizhang.books.pack.BrokenPacks;
import taizhang.books.refusal.Refusal;
import taizhang.server.database.DatabaseUnavailable;

/** What a command says and how it ends when it cannot do what was asked. */
final class Failures
    implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {

  private static final String DISK_FULL = "53100";
  private static final String CONNECTION = "08";
  private static final String SHUTDOWN = "57P";

  private final Taizhang taizhang;

  Failures(Taizhang taizhang) {
    this.taizhang = taizhang;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    Console console = taizhang.console();
    console.complain(
        switch (e) {
          case UnmatchedArgumentException unmatched when !unmatched.isUnknownOption() ->
              console
                  .messages()
                  .text("usage.unmatched", String.join(" ", unmatched.getUnmatched()));
          case UnmatchedArgumentException unmatched ->
              console.messages().text("usage.option", String.join(" ", unmatched.getUnmatched()));
          case MissingParameterException missing ->
              console.messages().text("usage.missing", labels(missing));
          default -> String.valueOf(e.getMessage());
        });
    console.note("usage.hint", e.getCommandLine().getCommandSpec().qualifiedName());
    return Exit.REFUSED;
  }

  private static String labels(MissingParameterException missing) {
    return missing.getMissing().stream()
        .map(arg ->
            arg.isOption()
                ? ((CommandLine.Model.OptionSpec) arg).longestName() + " " + arg.paramLabel()
                : arg.paramLabel())
        .collect(java.util.stream.Collectors.joining(", "));
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
    return told(e);
  }

  /** Says what went wrong and answers the exit code. */
  int told(Exception e) {
    Console console = taizhang.console();
    Locale locale = console.locale();
    return switch (e) {
      case Refusal refusal -> {
        console.complain(refusal.text(locale));
        yield Exit.REFUSED;
      }
      case BrokenPacks broken -> {
        broken.problems().forEach(problem -> console.complain(problem.toString()));
        yield Exit.REFUSED;
      }
      case DatabaseUnavailable unavailable -> {
        console.complain(unavailable.message(locale));
        yield Exit.ENVIRONMENT;
      }
      case Stop stop -> {
        console.note(stop.key(), stop.words());
        yield stop.exit();
      }
      case Ending.Ended ended -> Exit.ENDED;
      case ParameterException usage -> handleParseException(usage, new String[0]);
      default -> other(e, console);
    };
  }

  private int other(Exception e, Console console) {
    String state = sqlState(e);
    if (state.equals(DISK_FULL)) {
      console.note("database.full", taizhang.data());
      return Exit.ENVIRONMENT;
    }
    if (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN)) {
      console.note("database.lost");
      return Exit.ENVIRONMENT;
    }
    console.note("fault", e.toString(), log(e));
    return Exit.FAULT;
  }

  private static String sqlState(@Nullable Throwable e) {
    if (e instanceof SQLException sql && sql.getSQLState() != null) {
      return sql.getSQLState();
    }
    return e == null ? "" : sqlState(e.getCause());
  }

  /** Writes all there is to say about a mistake of ours where it can be sent from. */
  private String log(Exception e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    Path file = taizhang.data().resolve("taizhang.log");
    try {
      Files.createDirectories(taizhang.data());
      Files.writeString(file, trace + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return file.toString();
    } catch (IOException unwritable) {
      return "\n" + trace;
    }
  }
}
