package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which figures stand for a pack on the overview. */
class HeadlinesTest {

  private static Pack pack(String headlines) {
    return Yaml.pack(Yaml.GOOD + headlines);
  }

  @Test
  void thePackNamesThemInTheOrderOfTheirWeight() {
    List<String> declared = pack("").headlines();
    String last = declared.getLast().substring(declared.getLast().indexOf('.') + 1);

    assertThat(pack("headlines: [" + last + "]\n").headlines()).containsExactly(declared.getLast());
  }

  @Test
  void withoutAWordTheFirstFiveItDeclaresStandForIt() {
    Pack pack = pack("");

    assertThat(pack.headlines())
        .isEqualTo(pack.indicators().keySet().stream().limit(5).toList())
        .isNotEmpty();
  }

  @Test
  void oneThatIsNotDeclaredIsTold() {
    assertThat(Yaml.problems(Yaml.GOOD + "headlines: [payd]\n"))
        .singleElement()
        .asString()
        .contains("there is no indicator 'payd'", "did you mean 'paid'?");
  }
}
