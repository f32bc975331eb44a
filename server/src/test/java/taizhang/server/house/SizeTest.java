package taizhang.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing grows beyond what can be read in one sitting. */
class SizeTest {

  /** What was promised; the ratchet may be stricter, never looser. */
  private static final Map<String, Long> BUDGET =
      Map.of(
          "main.file.p95", 250L,
          "main.file.max", 500L,
          "main.method.p95", 20L,
          "main.method.max", 60L,
          "test.file.max", 500L,
          "template.max", 150L);

  private final Declarations main = Declarations.of(House.main());

  @Test
  void seesTheWholeProgram() {
    assertThat(House.main()).hasSizeGreaterThan(80);
    assertThat(House.tests()).hasSizeGreaterThan(20);
    assertThat(main.methods).hasSizeGreaterThan(400);
  }

  @Test
  void theRatchetIsNeverLooserThanTheBudget() {
    assertThat(BUDGET)
        .allSatisfy((name, most) -> assertThat(Ratchet.number(name)).isLessThanOrEqualTo(most));
    assertThat(Ratchet.number("server.hidden.percent")).isGreaterThanOrEqualTo(40);
  }

  @Test
  void mainFilesStaySmall() {
    List<Long> lines = House.main().stream().map(House.Source::lines).sorted().toList();

    assertThat(p95(lines)).isLessThanOrEqualTo(Ratchet.number("main.file.p95"));
    Ratchet.onlyKnown("main.file.max", longer(House.main(), "main.file.max"));
  }

  @Test
  void methodsStaySmall() {
    List<Long> lines = main.methods.stream().map(Declarations.Method::lines).sorted().toList();
    long most = Ratchet.number("main.method.max");

    assertThat(p95(lines)).isLessThanOrEqualTo(Ratchet.numberToday("main.method.p95"));
    Ratchet.onlyKnown(
        "main.method.max",
        main.methods.stream()
            .filter(m -> m.lines() > most)
            .map(Declarations.Method::toString)
            .toList());
  }

  @Test
  void testFilesStaySmall() {
    Ratchet.onlyKnown("test.file.max", longer(House.tests(), "test.file.max"));
  }

  @Test
  void templatesStaySmall() {
    Ratchet.onlyKnown("template.max", longer(House.templates(), "template.max"));
  }

  @Test
  void theModulesOfTheServerHideWhatIsTheirOwn() {
    List<Declarations.Type> types =
        main.types.stream().filter(t -> t.topLevel() && t.path().startsWith("server/")).toList();
    long hidden = types.stream().filter(Declarations.Type::hidden).count();

    assertThat(types).hasSizeGreaterThan(20);
    assertThat(hidden * 100 / types.size())
        .as("%s of %s top-level types hidden, in percent", hidden, types.size())
        .isGreaterThanOrEqualTo(Ratchet.number("server.hidden.percent"));
  }

  private static List<String> longer(List<House.Source> files, String limit) {
    long most = Ratchet.number(limit);
    return files.stream().filter(f -> f.lines() > most).map(House.Source::path).toList();
  }

  private static long p95(List<Long> sorted) {
    return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
  }
}
