package taizhang.server.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * Where commands write, in UTF-8: results to the standard output, what is said about them to the
 * standard error.
 */
final class Console {

  private final PrintStream out;
  private final PrintStream err;
  private final Messages messages;
  private final boolean terminal;

  Console(PrintStream out, PrintStream err, Locale locale, boolean terminal) {
    this.out = out;
    this.err = err;
    this.messages = new Messages(locale);
    this.terminal = terminal;
  }

  /** The console of this process. */
  static Console ofProcess() {
    return new Console(
        new PrintStream(System.out, false, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        Locale.getDefault(),
        terminal());
  }

  private static boolean terminal() {
    java.io.Console console = System.console();
    return Objects.nonNull(console) && console.isTerminal();
  }

  /** For help, which is written by the parser of command lines. */
  PrintWriter writer() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  PrintWriter errorWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }

  Messages messages() {
    return messages;
  }

  Locale locale() {
    return messages.locale();
  }

  /** A line of the result. */
  void print(String line) {
    out.println(line);
    out.flush();
  }

  /** A line of the result in words. */
  void say(String key, Object... words) {
    print(messages.text(key, words));
  }

  /** A remark beside the result. */
  void note(String key, Object... words) {
    complain(messages.text(key, words));
  }

  /** What is wrong, in words already. */
  void complain(String text) {
    err.println(text);
    err.flush();
  }

  /** A bar that says how far something is; lines where nobody watches a terminal. */
  Progress progress(String key, Object... words) {
    return new Progress(err, messages, messages.text(key, words), terminal);
  }
}
