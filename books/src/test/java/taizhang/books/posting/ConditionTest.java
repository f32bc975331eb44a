package taizhang.books.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;
import taizhang.books.pack.Amount;
import taizhang.books.pack.Classification;
import taizhang.books.pack.Condition;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;

/** Conditions and amounts over a record's own fields, there or not. */
class ConditionTest {

  private static final List<Field> FIELDS =
      List.of(
          Field.of("origin", "来源", FieldType.CODE),
          Field.of("paid", "已付", FieldType.YES_NO),
          Field.of("persons", "人数", FieldType.INTEGER),
          Field.of("amount", "金额", FieldType.MONEY),
          Field.of("due", "期限", FieldType.DATE),
          new Field(
              "id_card",
              "身份证号",
              FieldType.TEXT,
              false,
              null,
              null,
              new LinkedHashMap<>(),
              null,
              null,
              null,
              List.of(),
              Classification.SENSITIVE,
              null,
              Map.of(),
              null,
              null));

  private static final Image FULL =
      Image.EMPTY.with(
          Map.of(
              "origin", Value.of("domestic"),
              "paid", Value.of(true),
              "persons", Value.of(4),
              "amount", Value.of("0.30"),
              "due", Value.of("2023-05-10")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "origin == 'domestic'",
        "origin != 'foreign' && paid",
        "persons >= 4",
        "amount > 0.25",
        "due <= today",
        "due < '2023-06-01'",
        "state in ['open', 'running']",
        "persons > 5 || !(origin == '')",
        "origin.startsWith('dom')"
      })
  void holdsOfWhatIsThere(String text) {
    assertThat(Condition.compile(text, FIELDS).holds(FULL, "open", "2023-05-10")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "origin == ''|true", "origin == 'domestic'|false", "paid|false", "!paid|true",
        "persons == 0|true", "persons > 0|false", "amount == 0.0|true", "due == ''|true",
        "due != '' && due < today|false", "state == ''|true"
      })
  void readsWhatIsAbsentAsEmptyZeroOrNo(String text, boolean holds) {
    assertThat(Condition.compile(text, FIELDS).holds(Image.EMPTY, "", "2023-05-10"))
        .isEqualTo(holds);
  }

  @Test
  void readsWhatWasClearedAsAbsent() {
    Image cleared = FULL.with(Map.of("paid", Value.cleared(), "persons", Value.cleared()));

    assertThat(Condition.compile("!paid && persons == 0", FIELDS).holds(cleared, "")).isTrue();
  }

  @Test
  void aFieldWhoseNameIsPartOfAnotherIsNotConfusedWithIt() {
    List<Field> fields =
        List.of(Field.of("paid", "已付", FieldType.YES_NO), Field.of("paid_on", "日", FieldType.DATE));
    Image image = Image.EMPTY.with(Map.of("paid_on", Value.of("2023-01-01")));

    assertThat(Condition.compile("paid_on != '' && !paid", fields).holds(image, "")).isTrue();
  }

  @Test
  void namesTheUnknownFieldAndItsPlace() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Condition.compile("paid && colour == 'red'", FIELDS))
        .withMessageContaining("colour")
        .withMessageContaining(":1:9");
  }

  @Test
  void fieldsThatIdentifyAPersonDoNotExistForRules() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Condition.compile("id_card != ''", FIELDS))
        .withMessageContaining("id_card");
  }

  @ParameterizedTest
  @ValueSource(strings = {"persons", "persons + 1", "origin == 3", "paid &&", "'yes'", ""})
  void refusesWhatDoesNotYieldYesOrNo(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Condition.compile(text, FIELDS));
  }

  @Test
  void withoutAConditionTheAnswerIsYes() {
    assertThat(Condition.ALWAYS.holds(Image.EMPTY, "")).isTrue();
    assertThat(Condition.ALWAYS.text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "amount, 0.30",
    "amount * persons, 1.20",
    "persons * 0.1, 0.4",
    "-1, -1",
    "2 * 3, 6",
    "amount * missing, 0",
    "missing, 0",
    "0.10, 0.10"
  })
  void anAmountIsAnExactProductOfFieldsAndNumbers(String text, BigDecimal amount) {
    assertThat(Amount.parse(text).of(FULL)).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a + b", "a *", "* a", "Amount", "1.", ".5", "1e3", "a b", "金额"})
  void refusesAnAmountThatIsNoProduct(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Amount.parse(text))
        .withMessageContaining("'" + text + "'");
  }
}
