package taizhang.prose.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The reader's own command line, for use without the rest of the project. */
@Command(
    name = "prose",
    subcommands = {ReadCommand.class, CheckCommand.class},
    description = "Reads Chinese government work reports.")
public final class ProseCommand {

  private ProseCommand() {}

  /** Runs {@code read} or {@code check} and exits with its code; 2 for bad usage. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command line and returns its exit code. */
  public static int run(String... arguments) {
    return new CommandLine(new ProseCommand()).execute(arguments);
  }
}
