package taizhang.server.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a command runs.
 *
 * @param home the program's own files: packs, demo
 * @param data the data directory unless the command names another
 * @param environment the variables that name another database
 * @param console where it writes
 */
record Setting(Path home, Path data, Map<String, String> environment, Console console) {

  /**
   * The setting of this process: the launcher says where the program is. What is said to people is
   * said in Chinese or English from here on; a machine need not have the locale it names.
   */
  static Setting ofProcess() {
    Map<String, String> environment = System.getenv();
    Locale.setDefault(language(environment));
    Path home = Path.of(System.getProperty("taizhang.home", ".")).toAbsolutePath().normalize();
    String data = System.getProperty("taizhang.data");
    return new Setting(
        home,
        data == null ? home.resolve("data") : Path.of(data),
        environment,
        Console.ofProcess());
  }

  /** Chinese or English, by what the environment asks for. */
  static Locale language(Map<String, String> environment) {
    String asked =
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse(Locale.getDefault().getLanguage());
    return asked.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
  }

  Path packs() {
    return home.resolve("packs");
  }

  /** What the parts of the server are told of it. */
  Map<String, Object> properties(Path data) {
    return Map.of(
        "taizhang.home", home.toString(),
        "taizhang.packs", packs().toString(),
        "taizhang.data", data.toString());
  }

  /** A folder of the demonstration. */
  Path demo(String town) {
    return home.resolve("demo").resolve(town);
  }
}
