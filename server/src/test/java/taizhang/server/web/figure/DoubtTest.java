package taizhang.server.web.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.web.SampleTown;
import taizhang.server.web.Visit;

/** A rate that is too good is shown with a question beside it. */
class DoubtTest {

  private static final String PACK =
      """
      pack: rated
      title: 评价
      owner: 政务服务中心
      indicators:
        all: {title: 好差评评价, unit: 条, kind: stated}
        good: {title: 好差评好评, unit: 条, kind: stated}
        rate: {title: 好差评好评率, formula: "share(good, all)"}
      """;

  @RegisterExtension static final Visit visit = new Visit();

  @Test
  void allOfThousandsIsAskedAboutAndMostOfThemIsNot() {
    enter(
        SystemLedger.ADOPTION,
        Map.of("pack", Value.of("rated"), "version", Value.of(1), "yaml", Value.of(PACK)));
    stated("rated.all", "2023", "44528");
    stated("rated.good", "2023", "44528");
    stated("rated.all", "2022", "41000");
    stated("rated.good", "2022", "40990");
    Page page = visit.open("leader", "/liuzhuang/figures/rated.rate?period=2023");
    assertThat(page.textContent(".facts")).contains("合理性", "恰为100%", "44528条");
    page = visit.open("leader", "/liuzhuang/figures/rated.rate?period=2022");
    assertThat(page.textContent(".facts")).doesNotContain("合理性");
  }

  private static void stated(String indicator, String period, String value) {
    enter(
        SystemLedger.STATED,
        Map.of(
            "indicator", Value.of(indicator),
            "period", Value.of(period),
            "value", Value.of(value),
            "status", Value.of("actual"),
            "authority", Value.of("市政务服务局")));
  }

  private static void enter(String ledger, Map<String, Value> fields) {
    visit
        .site()
        .get(Entries.class)
        .append(SampleTown.TOWN, "setup", Submission.open(ledger, SampleTown.ROOT, null, fields));
  }
}
