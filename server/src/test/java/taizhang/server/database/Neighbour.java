package taizhang.server.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Another program that uses the database of the same data directory: a real JVM, which a test can
 * stop and kill. It says {@code open}, {@code closed} or {@code refused REASON} and ends when told
 * to or when its input ends.
 */
final class Neighbour implements AutoCloseable {

  private final Process process;
  private final BufferedReader says;

  private Neighbour(Process process) {
    this.process = process;
    this.says = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts one, in front of whose command line the given words are put. */
  static Neighbour startedBy(List<String> prefix, Path data) throws IOException {
    var command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Neighbour.class.getName(),
            data.toString()));
    return new Neighbour(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /**
   * Starts one without waiting for its database. A shell starts what runs in the background with
   * Ctrl-C ignored, and that is inherited: a terminal's program has it.
   */
  static Neighbour starting(Path data) throws IOException {
    return startedBy(List.of("env", "--default-signal=INT"), data);
  }

  /** Starts one and waits until it has the database open. */
  static Neighbour in(Path data) throws IOException {
    var neighbour = starting(data);
    var said = neighbour.says();
    if (!said.equals("open")) {
      throw new IllegalStateException("the neighbour says " + said);
    }
    return neighbour;
  }

  /** The next thing it says that is meant for us. */
  String says() throws IOException {
    for (String line = says.readLine(); line != null; line = says.readLine()) {
      if (line.startsWith("> ")) {
        return line.substring(2);
      }
    }
    return "nothing";
  }

  /** Has it close its database in order and end. */
  void leave() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!says().equals("closed")) {
      throw new IllegalStateException("the neighbour did not close");
    }
    ended();
  }

  void signal(String name) {
    new LinuxProcess(process.pid()).signal(name);
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    ended();
  }

  void ended() throws InterruptedException {
    if (!process.waitFor(Duration.ofSeconds(60).toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("the neighbour does not end");
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  /** What runs in the other JVM. */
  public static void main(String[] arguments) throws IOException {
    try (Database database = Database.open(DatabaseSettings.embedded(Path.of(arguments[0])))) {
      say("open");
      while (System.in.read() >= 0) {}
    } catch (DatabaseUnavailable e) {
      say("refused " + e.reason() + " " + e.message(Locale.CHINESE));
      return;
    }
    say("closed");
  }

  private static void say(String what) {
    System.out.println("> " + what);
    System.out.flush();
  }
}
