package taizhang.prose.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import taizhang.prose.Options;
import taizhang.prose.Reading;
import taizhang.prose.ReportReader;
import taizhang.prose.finding.Finding;
import taizhang.prose.text.SourceText;

class DecisionsTest {

  private static final String TEXT = "全镇产业布局持续优化，截止目前共有三条道路完工。\n自来水覆盖率达到105%，群众满意。\n";

  @Test
  void aDecisionHoldsForTheSameFindingOfAnotherReading() {
    Decision decision = Decision.dismiss(find(TEXT, "wording.until"), "引用原文");

    Decisions again = Decisions.of(findings("新加一段话。\n" + TEXT), List.of(decision));

    assertThat(of(again, "wording.until").decision()).isEqualTo(decision);
    assertThat(of(again, "wording.until").carried()).isFalse();
    assertThat(of(again, "number.range").open()).isTrue();
  }

  @Test
  void aDecisionIsCarriedOverASmallEditAround() {
    Decision decision = Decision.accept(find(TEXT, "wording.until"), "");

    Decisions again = Decisions.of(findings(TEXT.replace("共有三条", "已有三条")), List.of(decision));

    assertThat(of(again, "wording.until").decision()).isEqualTo(decision);
    assertThat(of(again, "wording.until").carried()).isTrue();
    assertThat(again.gone()).isEmpty();
  }

  @Test
  void otherFiguresOpenAFindingAgain() {
    Decision decision = Decision.dismiss(find(TEXT, "number.range"), "含外来人口");

    Decisions again = Decisions.of(findings(TEXT.replace("105%", "150%")), List.of(decision));

    assertThat(of(again, "number.range").open()).isTrue();
    assertThat(again.gone()).containsExactly(decision);
  }

  @Test
  void theDecisionOnAMendedPlaceIsGone() {
    Decision decision = Decision.accept(find(TEXT, "wording.until"), "");

    Decisions again = Decisions.of(findings(TEXT.replace("截止", "截至")), List.of(decision));

    assertThat(again.gone()).containsExactly(decision);
    assertThat(again.open()).extracting(Finding::rule).containsExactly("number.range");
  }

  @Test
  void oneDecisionIsNeverHeldForTwoFindings() {
    String twice = "截止目前道路完工。\n截止目前道路完工。\n";
    Decision decision = Decision.dismiss(find(twice, "wording.until"), "引用原文");

    Decisions again = Decisions.of(findings(twice), List.of(decision));

    assertThat(again.findings()).extracting(Decided::open).containsExactly(false, true);
  }

  @Test
  void aDismissalSaysWhy() {
    Finding finding = find(TEXT, "wording.until");

    assertThatThrownBy(() -> Decision.dismiss(finding, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void claimsAndCommitmentsKeepTheirNamesWhenOtherPlacesChange() {
    Reading before = read("完成投资3亿元。\n完成投资3亿元。\n");
    Reading after = read("又一段话，新建公厕5座。\n完成投资3亿元。\n完成投资3亿元。\n");

    Fingerprints names = Fingerprints.of(before);
    Fingerprints again = Fingerprints.of(after);

    assertThat(again.of("c2")).isEqualTo(names.of("c1"));
    assertThat(again.of("c3")).isEqualTo(names.of("c2")).isNotEqualTo(names.of("c1"));
    assertThatThrownBy(() -> names.of("c9")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Decided of(Decisions decisions, String rule) {
    return decisions.findings().stream()
        .filter(decided -> decided.finding().rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static Finding find(String text, String rule) {
    return findings(text).stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static List<Finding> findings(String text) {
    return read(text).findings();
  }

  private static Reading read(String text) {
    return ReportReader.read(
        new SourceText("test", text), new Options(2021, Options.NONE.catalogue()));
  }
}
