package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Only what two records have twice as much of is added up below a table. */
class TotalsTest {

  private static final Packs PACKS = Packs.read(Path.of("..", "packs"));

  private static List<String> totals(String ledger) {
    return Objects.requireNonNull(PACKS.ledger(ledger)).totals().stream()
        .map(Field::title)
        .toList();
  }

  @Test
  void amountsAndCountsHaveATotal() {
    assertThat(totals("works.road")).containsExactly("里程");
    assertThat(totals("collective.contract")).contains("年租金", "已收租金", "欠租");
    assertThat(totals("poverty.household")).contains("家庭人口");
    assertThat(totals("agriculture.planting")).contains("播种面积", "产量");
  }

  @Test
  void versionsYearsScoresPricesAndTermsHaveNone() {
    assertThat(totals("system.adoption")).isEmpty();
    assertThat(totals("system.calendar")).isEmpty();
    assertThat(totals("report.document")).isEmpty();
    assertThat(totals("report.version")).isEmpty();
    assertThat(totals("habitat.sanitation_check")).doesNotContain("得分");
    assertThat(totals("land.clearance")).doesNotContain("补偿单价", "数量");
    assertThat(totals("agriculture.land_transfer")).doesNotContain("每亩年流转费").contains("面积");
    assertThat(totals("openness.disclosure")).isEmpty();
    assertThat(totals("office.leave")).isEmpty();
  }

  @Test
  void whatIsCopiedFromARecordThatManyReferToIsAddedUpOnlyWhereItIsPosted() {
    for (Pack pack : PACKS.packs()) {
      for (Ledger ledger : pack.ledgers().values()) {
        for (Field field : ledger.totals()) {
          boolean posted =
              ledger.post().stream()
                  .anyMatch(rule -> rule.amount().fields().contains(field.name()));
          assertThat(posted || !ledger.isCopied(field.name()))
              .as("%s.%s", ledger.code(), field.name())
              .isTrue();
        }
      }
    }
  }
}
