package taizhang.books.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import taizhang.books.figure.Progress.Light;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Print;
import taizhang.books.period.Period;

/** When a figure is on time, near or late. */
class ProgressTest {

  private static final Period YEAR = Period.year(2023);
  private static final LocalDate END = LocalDate.of(2023, 12, 31);

  private static Indicator indicator(@Nullable String better, boolean pace) {
    return new Indicator(
        "a.b",
        "某数",
        "元",
        IndicatorKind.FLOW,
        null,
        "own",
        List.of(),
        null,
        better,
        pace,
        null,
        Print.PLAIN);
  }

  private static Progress progress(
      Indicator indicator, @Nullable String value, @Nullable String target, LocalDate through) {
    Figure goal =
        new Figure(
            "a.b#target",
            "T",
            YEAR,
            target == null ? null : new BigDecimal(target),
            "",
            "target",
            1,
            through);
    return Progress.of(indicator, value == null ? null : new BigDecimal(value), goal, through);
  }

  private static Light light(Indicator indicator, String value, LocalDate through) {
    return progress(indicator, value, "100", through).light();
  }

  @Test
  void whatGrowsWithTheYearMustHaveComeAsFarAsTime() {
    Indicator paced = indicator("up", true);
    LocalDate half = LocalDate.of(2023, 7, 2);
    assertThat(light(paced, "51", half)).isEqualTo(Light.ON_TIME);
    assertThat(light(paced, "45", half)).isEqualTo(Light.NEAR);
    assertThat(light(paced, "30", half)).isEqualTo(Light.LATE);
    assertThat(light(paced, "99", END)).isEqualTo(Light.NEAR);
  }

  @Test
  void whatDoesNotGrowWithTimeWaitsUntilItsTimeIsOver() {
    Indicator plain = indicator("up", false);
    LocalDate half = LocalDate.of(2023, 7, 2);
    assertThat(light(plain, "0", half)).isEqualTo(Light.WAITING);
    assertThat(light(plain, "100", half)).isEqualTo(Light.ON_TIME);
    assertThat(light(plain, "80", END)).isEqualTo(Light.LATE);
  }

  @Test
  void whereLessIsBetterTheTargetIsALimit() {
    Indicator down = indicator("down", false);
    assertThat(light(down, "100", END)).isEqualTo(Light.ON_TIME);
    assertThat(light(down, "109", END)).isEqualTo(Light.NEAR);
    assertThat(light(down, "120", END)).isEqualTo(Light.LATE);
  }

  @Test
  void withoutATargetThereIsNothingToSay() {
    assertThat(progress(indicator("up", true), "5", null, END))
        .isEqualTo(
            new Progress(
                Light.WAITING, null, progress(indicator(null, false), "1", "1", END).elapsed()));
    assertThat(progress(indicator("up", true), null, "5", END).light()).isEqualTo(Light.WAITING);
    assertThat(progress(indicator("up", true), "5", "0", END).completion()).isNull();
  }

  @Test
  void moreOfWhatIsBetterNeverLooksWorse() {
    Random random = new Random(5);
    for (int round = 0; round < 2000; round++) {
      boolean pace = random.nextBoolean();
      boolean up = random.nextBoolean();
      LocalDate day = YEAR.from().plusDays(random.nextInt(365));
      int some = random.nextInt(200);
      int more = some + random.nextInt(50);
      Indicator indicator = indicator(up ? "up" : "down", pace);
      int before = rank(light(indicator, Integer.toString(up ? some : more), day));
      int after = rank(light(indicator, Integer.toString(up ? more : some), day));
      assertThat(after)
          .as("%s %s→%s on %s", indicator, some, more, day)
          .isLessThanOrEqualTo(before);
    }
  }

  private static int rank(Light light) {
    return switch (light) {
      case ON_TIME -> 0;
      case NEAR, WAITING -> 1;
      case LATE -> 2;
    };
  }
}
