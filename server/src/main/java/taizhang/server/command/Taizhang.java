package taizhang.server.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import taizhang.prose.command.CheckCommand;
import taizhang.prose.command.ReadCommand;

/**
 * {@code ./taizhang COMMAND …}: dispatches to the commands. Only the one that is called is built,
 * so that reading a report starts neither Spring nor a database.
 */
@Command(
    name = "taizhang",
    mixinStandardHelpOptions = true,
    version = "taizhang 0.1.0",
    synopsisSubcommandLabel = "COMMAND")
public final class Taizhang implements Runnable {

  private static final SequencedMap<String, Function<Taizhang, Object>> COMMANDS =
      new LinkedHashMap<>();

  static {
    COMMANDS.put("demo", DemoCommand::new);
    COMMANDS.put("serve", ServeCommand::new);
    COMMANDS.put("facts", FactsCommand::new);
    COMMANDS.put("figure", FigureCommand::new);
    COMMANDS.put("why", WhyCommand::new);
    COMMANDS.put("read", t -> new ReadCommand());
    COMMANDS.put("check", t -> new CheckCommand());
    COMMANDS.put("compose", ComposeCommand::new);
    COMMANDS.put("import", ImportCommand::new);
    COMMANDS.put("export", ExportCommand::new);
    COMMANDS.put("conform", ConformCommand::new);
    COMMANDS.put("verify", VerifyCommand::new);
    COMMANDS.put("backup", BackupCommand::new);
    COMMANDS.put("restore", RestoreCommand::new);
    COMMANDS.put("packs", PacksCommand::new);
  }

  @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private @Nullable Path data;

  private final Setting setting;
  private final CommandLine line;

  private Taizhang(Setting setting, String... arguments) {
    this.setting = setting;
    this.line = new CommandLine(this);
    String called = arguments.length == 0 ? "" : arguments[0];
    Map<String, Function<Taizhang, Object>> wanted =
        COMMANDS.containsKey(called) ? Map.of(called, COMMANDS.get(called)) : COMMANDS;
    wanted.forEach((name, make) -> line.addSubcommand(name, make.apply(this)));
    line.getSubcommands().values().forEach(Taizhang::explain);
    if (wanted.size() > 1) {
      line.addSubcommand("help", new CommandLine.HelpCommand());
    }
    Failures failures = new Failures(this);
    line.setResourceBundle(setting.console().messages().bundle());
    line.setOut(setting.console().writer());
    line.setErr(setting.console().errorWriter());
    line.setExecutionExceptionHandler(failures);
    line.setParameterExceptionHandler(failures);
    line.setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static void explain(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help").usageHelp(true).descriptionKey("help").build());
    command.getSubcommands().values().forEach(Taizhang::explain);
  }

  /** Runs a command line and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(run(Setting.ofProcess(), arguments));
  }

  /** Runs a command line in a setting and answers its exit code. */
  static int run(Setting setting, String... arguments) {
    return new Taizhang(setting, arguments).line.execute(arguments);
  }

  /** Called without a command: says which there are. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        line, setting.console().messages().text("usage.no-command"));
  }

  Setting setting() {
    return setting;
  }

  Console console() {
    return setting.console();
  }

  /** The data directory the command works on. */
  Path data() {
    Path named = data == null ? setting.data() : data;
    return named.toAbsolutePath().normalize();
  }

  /** The books, open until closed. */
  Program open() {
    return Program.open(setting, data());
  }
}
