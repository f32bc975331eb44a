package taizhang.server.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A terminal at which commands are typed, within this process. */
record Terminal(Path home, Path data, Map<String, String> environment, Locale locale) {

  /** What a command answered. */
  record Answer(int exit, String out, String err) {

    List<JsonNode> json() {
      return out.lines().map(line -> (JsonNode) JsonMapper.shared().readTree(line)).toList();
    }
  }

  /** The program's own home, and no database. */
  static Terminal plain() {
    return new Terminal(
        Path.of("..").toAbsolutePath().normalize(),
        Path.of("target", "test-keys").toAbsolutePath(),
        Map.of(),
        Locale.ENGLISH);
  }

  Terminal over(Map<String, String> database) {
    return new Terminal(home, data, database, locale);
  }

  Terminal in(Locale language) {
    return new Terminal(home, data, environment, language);
  }

  Terminal at(Path elsewhere) {
    return new Terminal(elsewhere, data, environment, locale);
  }

  Answer type(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            locale,
            false);
    int exit = Taizhang.run(new Setting(home, data, environment, console), arguments);
    return new Answer(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
