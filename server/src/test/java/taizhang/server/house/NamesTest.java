package taizhang.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Things are called what they are. */
class NamesTest {

  private static final Pattern SAYS_NOTHING =
      Pattern.compile("(Manager|Helper|Utils?|Impl|DTO|Dto)(?![a-z])");

  @Test
  void noTypeHidesBehindAWordThatSaysNothing() {
    List<Declarations.Type> types = Declarations.of(everything()).types;

    assertThat(types).hasSizeGreaterThan(120);
    Ratchet.onlyKnown(
        "name",
        types.stream()
            .filter(t -> SAYS_NOTHING.matcher(t.name()).find())
            .map(t -> t.path() + "#" + t.name())
            .toList());
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> marked =
        everything().stream()
            .filter(s -> s.name().equals("package-info.java"))
            .filter(s -> s.text().contains("@NullMarked"))
            .map(NamesTest::directoryOfPackage)
            .collect(Collectors.toSet());
    Set<String> all =
        everything().stream().map(NamesTest::directoryOfPackage).collect(Collectors.toSet());

    assertThat(all).hasSizeGreaterThan(12);
    Ratchet.onlyKnown("null", all.stream().filter(p -> !marked.contains(p)).toList());
  }

  private static String directoryOfPackage(House.Source source) {
    return source.directory().replaceFirst(".*/src/(main|test)/java/", "");
  }

  private static List<House.Source> everything() {
    return Stream.concat(House.main().stream(), House.tests().stream()).toList();
  }
}
