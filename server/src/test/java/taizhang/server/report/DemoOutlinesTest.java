package taizhang.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Packs;
import taizhang.books.period.Period;

/** The outlines of the demonstration cite what its packs declare, and all that was published. */
class DemoOutlinesTest {

  private static final Packs PACKS = Packs.read(Path.of("../packs"));

  /** In the books, but not said under this year: nobody was left in registered poverty in 2023. */
  private static final Set<String> UNSAID =
      Set.of("sungang-21-418", "sungang-21-423", "sungang-21-435", "sungang-21-437");

  @ParameterizedTest
  @ValueSource(strings = {"liuzhuang", "beicai", "sungang"})
  void citeWhatThePacksDeclare(String town) throws IOException {
    Outline outline = outline(town);
    Composer composer = new Composer((t, queries) -> List.of(), t -> PACKS::indicator);
    assertThatCode(() -> composer.check(outline)).doesNotThrowAnyException();
    assertThat(outline.town()).isEqualTo(town);
  }

  @ParameterizedTest
  @ValueSource(strings = {"liuzhuang", "beicai", "sungang"})
  void typeNoNumberWithoutASource(String town) throws IOException {
    assertThat(Unsourced.in(outline(town))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"liuzhuang, 53", "beicai, 29", "sungang, 88"})
  void citeEveryPublishedFact(String town, int facts) throws IOException {
    Outline outline = outline(town);
    Set<String> cited =
        outline.citations().stream()
            .map(c -> asked(c.code(), c.period() == null ? outline.period() : c.period()))
            .collect(Collectors.toSet());
    List<String[]> published =
        Files.readAllLines(Path.of("../demo", town, "facts.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .filter(row -> !UNSAID.contains(row[0]))
            .toList();
    assertThat(published).hasSizeGreaterThanOrEqualTo(facts);
    assertThat(published)
        .allSatisfy(
            row -> assertThat(cited).as(row[0]).contains(asked(row[10], Period.parse(row[9]))));
  }

  /** What a figure asks for; a stock is read on the last day, whatever the span. */
  private static String asked(String code, Period period) {
    Indicator indicator = PACKS.indicator(code);
    boolean stock = indicator != null && indicator.kind() == IndicatorKind.STOCK;
    return code + " " + (stock ? period.to() : period);
  }

  private static Outline outline(String town) throws IOException {
    return OutlineReader.read(Path.of("../demo", town, "report.yaml"));
  }
}
