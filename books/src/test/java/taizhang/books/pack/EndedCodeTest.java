package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A code that records hold is ended, not taken out. */
class EndedCodeTest {

  private static final String LIST = "codes: {low: 低保, poor: 特困}";

  @Test
  void aCodeMaySayTheLastDayOnWhichItCouldBeChosen() {
    Pack pack =
        Yaml.pack(
            Yaml.GOOD.replace(LIST, "codes: {low: 低保, poor: {title: 特困, until: 2025-12-31}}"));
    Field kind =
        Objects.requireNonNull(
            Objects.requireNonNull(pack.ledgers().get("aid.grant")).fields().get("kind"));
    assertThat(kind.codes()).containsEntry("poor", "特困").containsEntry("low", "低保");
    assertThat(kind.ended("poor", LocalDate.parse("2025-12-31"))).isFalse();
    assertThat(kind.ended("poor", LocalDate.parse("2026-01-01"))).isTrue();
    assertThat(kind.ended("low", LocalDate.parse("2099-01-01"))).isFalse();
    assertThat(kind.choices().values()).containsExactly("低保", "特困（至2025-12-31）");
  }

  @Test
  void aDayThatIsNoneIsRefusedWithItsPlace() {
    assertThat(Yaml.problemsAfter(LIST, "codes: {low: 低保, poor: {title: 特困, until: 2025-13-31}}"))
        .singleElement()
        .asString()
        .contains("fields.kind.codes.poor.until", "'2025-13-31' is no day");
  }

  @Test
  void anEndedCodeWithoutItsDayIsRefused() {
    assertThat(Yaml.problemsAfter(LIST, "codes: {low: 低保, poor: {title: 特困}}"))
        .singleElement()
        .asString()
        .contains("fields.kind.codes.poor", "'until' is missing");
  }
}
