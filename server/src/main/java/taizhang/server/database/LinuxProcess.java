package taizhang.server.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process as /proc tells it. A number alone proves nothing: the process may be dead, a zombie
 * that nobody reaped, or by now another program.
 */
record LinuxProcess(long pid) {

  private static final Path PROC = Path.of("/proc");

  /** All processes, zombies included. */
  static List<LinuxProcess> all() {
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .map(name -> new LinuxProcess(Long.parseLong(name)))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** True while it executes: neither gone nor a zombie. */
  boolean running() {
    return state().map(state -> state != 'Z' && state != 'X').orElse(false);
  }

  /** The letter after the command's name, which may itself hold spaces and brackets. */
  Optional<Character> state() {
    return read("stat").map(stat -> stat.charAt(stat.lastIndexOf(')') + 2));
  }

  /**
   * True where it runs in the directory or, if we may not look there, names it on its command line.
   */
  boolean worksIn(Path directory) {
    if (!running()) {
      return false;
    }
    try {
      return Files.readSymbolicLink(file("cwd")).equals(directory);
    } catch (IOException e) {
      return read("cmdline")
          .map(line -> List.of(line.split("\0", -1)).contains(directory.toString()))
          .orElse(false);
    }
  }

  /** True where it runs in the directory or has its name on the command line. */
  boolean concerns(Path directory) {
    return worksIn(directory)
        || (running()
            && read("cmdline").map(line -> line.contains(directory.toString())).orElse(false));
  }

  /** Sends a signal by name; Java alone knows only TERM and KILL. */
  void signal(String name) {
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -s \"$1\" \"$2\"", "kill", name, Long.toString(pid))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("cannot signal process " + pid, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<String> read(String name) {
    try {
      var text = Files.readString(file(name), StandardCharsets.ISO_8859_1);
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Path file(String name) {
    return PROC.resolve(Long.toString(pid)).resolve(name);
  }
}
