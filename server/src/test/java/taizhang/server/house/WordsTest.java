package taizhang.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Words that are not written here; {@code house/words.txt} lists them with what to do instead. */
class WordsTest {

  private static final String LIST = "server/src/test/resources/house/words.txt";

  /**
   * A line of the list.
   *
   * @param rule its name, also in the list of breaches
   * @param where which files it speaks of
   * @param word pattern of what is not written
   * @param except pattern of paths it does not speak of
   * @param instead what to do instead
   * @param example what must be found
   */
  private record Rule(
      String rule, String where, Pattern word, Pattern except, String instead, String example) {
    static Rule of(String line) {
      String[] parts = line.split("\\s+¦\\s+", -1);
      assertThat(parts).as(line).hasSize(6);
      return new Rule(
          parts[0],
          parts[1],
          Pattern.compile(parts[2]),
          Pattern.compile(parts[3]),
          parts[4],
          parts[5].replace("{}", ""));
    }

    List<House.Source> files() {
      return switch (where) {
        case "main" -> House.main();
        case "test" -> House.tests();
        case "java" -> Stream.concat(House.main().stream(), House.tests().stream()).toList();
        case "page" -> House.templates();
        case "sql" -> Stream.concat(House.sql().stream(), House.main().stream()).toList();
        case "build" -> House.builds();
        case "all" -> House.all();
        default -> throw new IllegalArgumentException(where);
      };
    }

    List<String> breaches() {
      return files().stream()
          .filter(f -> !except.matcher(f.path()).find() && word.matcher(f.text()).find())
          .map(House.Source::path)
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> isNotWrittenHere() {
    return rules().stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.rule() + ": " + rule.instead(),
                () -> Ratchet.onlyKnown(rule.rule(), rule.breaches())));
  }

  @Test
  void everyRuleSeesFilesAndFindsItsOwnExample() {
    assertThat(rules())
        .hasSizeGreaterThan(15)
        .allSatisfy(r -> assertThat(r.files()).isNotEmpty())
        .allSatisfy(r -> assertThat(r.word().matcher(r.example()).find()).as(r.rule()).isTrue());
    assertThat(House.all()).hasSizeGreaterThan(150);
  }

  private static List<Rule> rules() {
    return House.all().stream()
        .filter(f -> f.path().equals(LIST))
        .flatMap(f -> f.text().lines())
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Rule::of)
        .toList();
  }
}
