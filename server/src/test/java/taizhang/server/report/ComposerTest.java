package taizhang.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import taizhang.books.figure.Point;
import taizhang.books.refusal.Refusal;

/** Prose and figures come together; what is wrong is said with its place. */
class ComposerTest {

  private final Books books = Books.sample();

  @Test
  void setsFiguresIntoTheProse() {
    assertThat(text(compose(Books.OUTLINE)))
        .isEqualTo(
            """
            政府工作报告
            （2024年1月在镇人民代表大会会议上）
            镇长
            各位代表：
            现在，报告工作。
            一、工作回顾
            （一）经济
            2023年，收入4717万元，下降3.2%。
            农业。巡查20余次，建成五个示范村，造林——，另有 37 处。
            谢谢大家！\
            """);
  }

  @Test
  void readsAllFiguresAtOnePointOfTheBooks() {
    Composition report = compose(Books.OUTLINE);
    assertThat(report.seq()).isEqualTo(1200);
    assertThat(report.day()).isEqualTo(Books.TODAY);
    assertThat(report.numbers())
        .hasSize(5)
        .allSatisfy(number -> assertThat(number.figure().seq()).isEqualTo(1200));
  }

  @Test
  void listsFiguresThatAreNotThereAndNumbersWithoutASource() {
    Composition report = compose(Books.OUTLINE);
    assertThat(report.problems())
        .containsExactly(new Composition.Problem(5, 20, "forest.area", "area没有数据"));
    assertThat(report.unsourced())
        .singleElement()
        .satisfies(n -> {
          assertThat(n.number()).isEqualTo("37");
          assertThat(n.line()).isEqualTo(21);
        });
  }

  @Test
  void readsOneNumberAlone() {
    Outline outline = OutlineReader.read("r.yaml", Books.OUTLINE);
    Composition.Number third = books.composer().number(outline, 3, Point.NOW);
    assertThat(third).isNotNull();
    assertThat(third == null ? "" : third.text()).isEqualTo("20余次");
    assertThat(books.composer().number(outline, 6, Point.NOW)).isNull();
  }

  @Test
  void refusesUnknownIndicatorsUnitsAndOptionsWithTheirLines() {
    refused(Books.OUTLINE.replace("forest.villages", "forest.town"), "r.yaml:20", "forest.town");
    refused(Books.OUTLINE.replace("numerals=chinese", "unit=公里"), "r.yaml:20", "个", "公里");
    refused(Books.OUTLINE.replace("numerals=chinese", "value=5"), "r.yaml:20", "value=5", "unit=");
    refused(Books.OUTLINE.replace("numerals=chinese", "at=2023-02-30"), "r.yaml:20", "at=");
    refused(Books.OUTLINE.replace("{{forest.area}}", "{{forest.area"), "r.yaml:20");
    refused(Books.OUTLINE.replace("food.patrols", "4717万元"), "r.yaml:19", "4717万元");
    refused(Books.OUTLINE.replace("closing:", "closings:"), "r.yaml:22", "closings", "closing");
    refused(Books.OUTLINE.replace("year: 2023", "year: 23"), "r.yaml:3", "year");
    refused("title: [", "r.yaml:1", "YAML");
    refused("", "r.yaml:1");
  }

  @Test
  void namesEveryMistakeAtOnce() {
    String twice = Books.OUTLINE.replace("as=growth", "as=ever").replace("numerals", "number");
    assertThatThrownBy(() -> compose(twice))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.problems()).hasSize(2));
  }

  private void refused(String outline, String... says) {
    ThrowingCallable composing = () -> compose(outline);
    assertThatThrownBy(composing)
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.text(Locale.CHINESE)).contains(says));
  }

  private Composition compose(String outline) {
    return books.composer().compose(OutlineReader.read("r.yaml", outline), Point.NOW);
  }

  private static String text(Composition report) {
    return report.lines().stream().map(Composition.Line::text).collect(Collectors.joining("\n"));
  }
}
