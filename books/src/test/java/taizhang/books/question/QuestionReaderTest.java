package taizhang.books.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.Packs;
import taizhang.books.period.Period;

/** Questions for numbers as people type them, over the indicators of all packs. */
class QuestionReaderTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 5, 20);
  private static final List<Indicator> INDICATORS =
      Packs.read(Path.of("../packs")).packs().stream()
          .flatMap(pack -> pack.indicators().values().stream())
          .toList();
  private static final AreaTree AREAS =
      new AreaTree(
          List.of(
              area("1", "留庄镇", null),
              area("11", "东留庄村", "1"),
              area("12", "微山湖社区", "1"),
              area("13", "大庄村", "1"),
              area("14", "西大庄村", "1")));
  private static final QuestionReader READER = new QuestionReader(INDICATORS, AREAS);

  private static Area area(String code, String name, @Nullable String parent) {
    return new Area(code, name, parent == null ? "town" : "village", parent, null, null, null);
  }

  private static Question read(String text) {
    return READER.read(text, TODAY);
  }

  @ParameterizedTest
  @CsvSource({
    "低保多少户, assistance.low_income_households",
    "低保有多少人？, assistance.low_income_persons",
    "请问去年的财政收入是多少, economy.fiscal_revenue",
    "规上工业产值, economy.industrial_output",
    "四上企业几家, economy.four_above_firms",
    "到位资金完成率, investment.funds_completion",
    "2023年粮食产量, agriculture.grain_output",
    "固投, economy.fixed_investment",
    "四好农村路修了多少公里, works.four_good_roads",
    "东留庄村安全供水户数, works.water_households",
  })
  void findsTheIndicatorThatIsMeant(String text, String code) {
    Question question = read(text);
    assertThat(question.guesses()).as(text).isNotEmpty();
    assertThat(question.guesses().getFirst().indicator().code()).as(text).isEqualTo(code);
  }

  @Test
  void theUnitAskedForTellsHouseholdsFromPersons() {
    assertThat(read("低保多少户").clear()).isTrue();
    assertThat(read("低保").clear()).isFalse();
    assertThat(read("低保").guesses())
        .extracting(guess -> guess.indicator().title())
        .contains("农村低保户数", "农村低保人数", "发放农村低保金");
  }

  @ParameterizedTest
  @CsvSource({
    "2023年财政收入, 2023,",
    "财政收入2023, 2023,",
    "今年财政收入, 2024,",
    "去年财政收入, 2023,",
    "前年财政收入, 2022,",
    "2023年上半年财政收入, 2023-H1,",
    "去年下半年财政收入, 2023-H2,",
    "上半年财政收入, 2024-H1,",
    "今年一季度财政收入, 2024-Q1,",
    "2023年第4季度财政收入, 2023-Q4,",
    "3月财政收入, 2024-03,",
    "3月份财政收入, 2024-03,",
    "11月财政收入, 2023-11,",
    "去年三月财政收入, 2023-03,",
    "本月财政收入, 2024-05,",
    "上个月财政收入, 2024-04,",
    "2023年1—10月财政收入, 2023-01/2023-10,",
    "1到3月财政收入, 2024-Q1,",
    "2021—2023年财政收入, 2021/2023,",
    "截至2023年6月底财政收入, 2023, 2023-06-30",
    "截至3月31日财政收入, 2024, 2024-03-31",
    "2023年底财政收入, 2023, 2023-12-31",
    "目前财政收入, , 2024-05-20",
    "财政收入, ,",
    "财政收入13月, ,",
  })
  void readsTheWordsForTime(String text, @Nullable String period, @Nullable LocalDate asOf) {
    Question question = read(text);
    assertThat(Objects.toString(question.period(), ""))
        .as(text)
        .isEqualTo(Objects.toString(period, ""));
    assertThat(question.asOf()).as(text).isEqualTo(asOf);
    assertThat(question.guesses().getFirst().indicator().code())
        .as(text)
        .isEqualTo("economy.fiscal_revenue");
  }

  @Test
  void findsTheLongestNameOfAnArea() {
    assertThat(Objects.requireNonNull(read("西大庄村低保户数").area()).code()).isEqualTo("14");
    assertThat(Objects.requireNonNull(read("大庄低保户数").area()).code()).isEqualTo("13");
    assertThat(read("全镇低保户数").area()).isNull();
  }

  @Test
  void saysNothingWhereNothingIsLikeIt() {
    assertThat(read("天气预报").guesses()).isEmpty();
    assertThat(read("").guesses()).isEmpty();
    assertThat(read("？？").guesses()).isEmpty();
    assertThat(read("2023年").guesses()).isEmpty();
  }

  @Test
  void everyIndicatorIsFoundByItsNameWhereverAndWheneverItIsAskedFor() {
    List<String> times = List.of("", "2022年", "2022年上半年", "2022年7月");
    List<String> periods = List.of("", "2022", "2022-H1", "2022-07");
    for (Indicator indicator : INDICATORS) {
      for (int n = 0; n < times.size(); n++) {
        Question question = read("微山湖社区" + times.get(n) + indicator.title() + "是多少");
        assertThat(question.guesses().getFirst().indicator())
            .as("%s %s", times.get(n), indicator.title())
            .isEqualTo(indicator);
        assertThat(Objects.toString(question.period(), "")).isEqualTo(periods.get(n));
        assertThat(Objects.requireNonNull(question.area()).code()).isEqualTo("12");
      }
    }
  }

  @Test
  void everyMonthOfEveryYearIsRead() {
    for (int year = 2000; year < 2040; year++) {
      for (int month = 1; month <= 12; month++) {
        Period wanted = Period.parse("%d-%02d".formatted(year, month));
        assertThat(read("%d年%d月财政收入".formatted(year, month)).period()).isEqualTo(wanted);
        Question asOf = read("截至%d年%d月底财政收入".formatted(year, month));
        assertThat(asOf.asOf()).isEqualTo(wanted.to());
      }
    }
  }

  @Test
  void nothingThatCanBeTypedIsTooStrange() {
    String signs = "低保户人多少年月日上下半季度截至到底末今去村-—～0123456789 ?？“”\u0000\uD83D\uDE00（";
    Random random = new Random(11);
    for (int round = 0; round < 4000; round++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(14); n > 0; n--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      Question question = read(text.toString());
      assertThat(question.guesses())
          .as("%s", text)
          .allSatisfy(guess -> assertThat(guess.likeness()).isBetween(0.3, 1.0));
    }
  }
}
