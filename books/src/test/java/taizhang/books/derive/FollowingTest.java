package taizhang.books.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.History;
import taizhang.books.entry.Value;
import taizhang.books.entry.Version;
import taizhang.books.pack.BrokenPacks;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.PackSource;
import taizhang.books.pack.Packs;

/** Fields that follow: by formula, by band, and from the records below. */
class FollowingTest {

  private static final String PACK =
      """
      pack: rents
      title: 租金
      owner: 经管站
      ledgers:
        contract:
          title: 合同
          lives_at: village
          fields:
            area: {title: 面积, type: quantity, unit: 亩}
            price: {title: 单价, type: money}
            rent: {title: 年租金, type: money, formula: "area * price"}
            paid: {title: 实收, type: money, rolls_up: {ledger: payment, by: contract, of: amount, on: paid_on}}
            payments: {title: 笔数, type: integer, rolls_up: {ledger: payment, by: contract, take: count, when: "amount > 100"}}
            voucher: {title: 最近凭证, type: text, rolls_up: {ledger: payment, by: contract, take: latest, of: voucher, on: paid_on}}
            arrears: {title: 欠租, type: money, formula: "rent - or(paid, 0)"}
            share: {title: 收缴率, type: percent, formula: "paid / rent * 100", decimals: 1}
            fixed_on: {title: 核定日期, type: date}
            class:
              title: 档次
              type: code
              codes: {strong: 强, good: 优, weak: 薄}
              bands:
                of: rent
                on: fixed_on
                tables:
                  - {source: 旧办法, steps: [{code: strong, at_least: 1000}, {code: weak}]}
                  - {from: 2024-01-01, source: 新办法, steps: [{code: strong, at_least: 2000}, {code: good, at_least: 1000}, {code: weak}]}
        payment:
          title: 缴款
          lives_at: village
          fields:
            contract: {title: 合同, type: ref, ledger: contract}
            paid_on: {title: 缴款日期, type: date}
            amount: {title: 金额, type: money}
            voucher: {title: 凭证, type: text}
      """;

  private static final Packs PACKS = Packs.read(List.of(new PackSource("pack.yaml", PACK)));
  private static final Ledger CONTRACT = Objects.requireNonNull(PACKS.ledger("rents.contract"));
  private static final Ledger PAYMENT = Objects.requireNonNull(PACKS.ledger("rents.payment"));

  private long seq;

  @Test
  void aFormulaIsExactAndFollowsOthersInTheirOrder() {
    Map<String, Value> beside =
        written(Map.of("area", Value.of("3.3"), "price", Value.of("0.1")), "2024-05-01");

    assertThat(beside)
        .containsEntry("rent", Value.of("0.33"))
        .containsEntry("arrears", Value.of("0.33"))
        .doesNotContainKey("share");
  }

  @Test
  void whereSomethingIsAbsentOrDividedByNothingThereIsNoResult() {
    assertThat(written(Map.of("area", Value.of("3")), "2024-05-01")).isEmpty();
    assertThat(
            written(
                Map.of("area", Value.of("0"), "price", Value.of("5"), "paid", Value.of("1")),
                "2024-05-01"))
        .containsEntry("rent", Value.of("0"))
        .doesNotContainKey("share");
  }

  @Test
  void aBandGoesByTheTableInForceOnItsDayAndItsThresholdBelongsToIt() {
    assertThat(band("1000", "2023-12-31")).isEqualTo("strong");
    assertThat(band("1000", "2024-01-01")).isEqualTo("good");
    assertThat(band("999.99", "2024-01-01")).isEqualTo("weak");
    assertThat(band("2000", "2024-01-01")).isEqualTo("strong");
  }

  @Test
  void aChangeBackInTimeMakesLaterVersionsStaleUntilTheyAreWrittenAnew() {
    List<Entry> entries = new ArrayList<>();
    entries.add(entry(1, EntryKind.OPEN, Map.of("area", Value.of("2")), "2024-01-01", CONTRACT));
    entries.add(
        written(
            entries,
            entry(1, EntryKind.CHANGE, Map.of("price", Value.of("5")), "2024-03-01", CONTRACT)));
    assertThat(History.fold(entries).latest().image().text("rent")).isEqualTo("10");
    entries.add(
        written(
            entries,
            entry(1, EntryKind.CHANGE, Map.of("area", Value.of("4")), "2024-02-01", CONTRACT)));
    Long stale = Following.of(CONTRACT, entries).stale();
    assertThat(stale).isEqualTo(2L);
    Entry correction = correction(1, Objects.requireNonNull(stale), Map.of(), CONTRACT);
    entries.add(written(entries, correction));
    assertThat(History.fold(entries).latest().image().text("rent")).isEqualTo("20");
    assertThat(Following.of(CONTRACT, entries).stale()).isNull();
  }

  /**
   * Goal: whatever happens below, in whatever order, the record above says on every day what the
   * records below add up to on that day. Method: random histories below, every due entry made, each
   * day held against adding up naively.
   */
  @Test
  void theRecordAboveSaysOnEveryDayWhatThoseBelowAddUpTo() {
    for (int seed = 0; seed < 300; seed++) {
      seq = 0;
      Random random = new Random(seed);
      List<Entry> above = new ArrayList<>();
      above.add(entry(1, EntryKind.OPEN, Map.of("area", Value.of("1")), "2024-01-05", CONTRACT));
      Map<Long, List<Entry>> below = new TreeMap<>();
      for (int n = 0; n < 12; n++) {
        happen(random, below);
        RollUps sums = RollUps.of(CONTRACT, 1, Map.of(PAYMENT.code(), folded(below)));
        RollUps.Due due = sums.next(History.fold(above));
        for (int guard = 0; due != null; guard++) {
          assertThat(guard).as("comes to an end").isLessThan(200);
          above.add(
              due.version() == null
                  ? entry(1, EntryKind.CHANGE, due.patch(), due.on().toString(), CONTRACT)
                  : correction(1, due.version(), due.patch(), CONTRACT));
          due = sums.next(History.fold(above));
        }
        for (LocalDate day = LocalDate.of(2024, 1, 5);
            day.isBefore(LocalDate.of(2024, 3, 20));
            day = day.plusDays(1)) {
          var image = History.fold(above).at(day).image();
          BigDecimal paid = image.decimal("paid");
          BigDecimal count = image.decimal("payments");
          assertThat(paid == null ? BigDecimal.ZERO : paid)
              .as("seed %d, %s", seed, day)
              .isEqualByComparingTo(naiveSum(below, day));
          assertThat(count == null ? 0 : count.intValue()).isEqualTo(naiveCount(below, day));
        }
      }
    }
  }

  @Test
  void mistakesAreToldWithTheirPlace() {
    assertThat(problem("area * price", "area * prize"))
        .contains("rent", "there is no field 'prize'");
    assertThat(problem("area * price", "area +")).contains("it ends too early");
    assertThat(problem("area * price", "area + price")).contains("亩 and 元 do not go together");
    assertThat(problem("area * price", "arrears * 2")).contains("in a circle");
    assertThat(problem("area * price", "sum(area, price)")).contains("there is no function 'sum'");
    assertThat(problem("at_least: 2000}", "at_least: 900}")).contains("thresholds go downwards");
    assertThat(problem("{code: good, at_least", "{code: fine, at_least"))
        .contains("there is no code 'fine'");
    assertThat(problem("by: contract, of: amount", "by: amount, of: amount"))
        .contains("does not refer to rents.contract");
    assertThat(problem("type: integer, rolls_up", "type: text, rolls_up"))
        .contains("a count is an integer");
    assertThat(problem("take: latest, of: voucher", "take: latest, of: amount"))
        .contains("the latest is of type money");
  }

  private static String problem(String part, String broken) {
    assertThat(PACK).contains(part);
    String pack = PACK.replace(part, broken);
    StringBuilder told = new StringBuilder();
    assertThatThrownBy(() -> Packs.read(List.of(new PackSource("pack.yaml", pack))))
        .isInstanceOfSatisfying(BrokenPacks.class, e -> told.append(e.getMessage()));
    return told.toString();
  }

  private void happen(Random random, Map<Long, List<Entry>> below) {
    if (below.isEmpty() || random.nextInt(3) == 0) {
      long id = 100 + below.size();
      below.put(id, new ArrayList<>());
      add(below, id, entry(id, EntryKind.OPEN, payment(random, "1"), day(random), PAYMENT));
      return;
    }
    long id = 100 + random.nextInt(below.size());
    List<Version> versions = History.fold(Objects.requireNonNull(below.get(id))).versions();
    if (versions.isEmpty()) {
      return;
    }
    String refers = random.nextInt(4) == 0 ? "2" : "1";
    switch (random.nextInt(4)) {
      case 0 ->
          add(
              below,
              id,
              correction(
                  id,
                  versions.get(random.nextInt(versions.size())).seq(),
                  payment(random, refers),
                  PAYMENT));
      case 1 -> add(below, id, entry(id, EntryKind.VOID, Map.of(), null, PAYMENT));
      default ->
          add(
              below,
              id,
              entry(id, EntryKind.CHANGE, payment(random, refers), day(random), PAYMENT));
    }
  }

  private static void add(Map<Long, List<Entry>> below, long id, Entry entry) {
    Objects.requireNonNull(below.get(id)).add(entry);
  }

  private static Map<String, Value> payment(Random random, String contract) {
    return Map.of(
        "contract", Value.of(contract),
        "paid_on", Value.of(LocalDate.parse(day(random))),
        "amount", Value.of(Integer.toString(random.nextInt(300))));
  }

  private static String day(Random random) {
    return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(70)).toString();
  }

  private static Map<Long, History> folded(Map<Long, List<Entry>> below) {
    Map<Long, History> histories = new TreeMap<>();
    below.forEach((id, entries) -> histories.put(id, History.fold(entries)));
    return histories;
  }

  /** The version of each record below that holds on a day. */
  private static List<Version> holding(Map<Long, List<Entry>> below, LocalDate day) {
    return below.values().stream()
        .map(History::fold)
        .filter(h -> !h.isEmpty() && !h.versions().getFirst().on().isAfter(day))
        .map(h -> h.at(day))
        .filter(v -> v.image().text("contract").equals("1"))
        .toList();
  }

  private static BigDecimal naiveSum(Map<Long, List<Entry>> below, LocalDate day) {
    return holding(below, day).stream()
        .filter(v -> !Objects.requireNonNull(v.image().date("paid_on")).isAfter(day))
        .map(v -> Objects.requireNonNull(v.image().decimal("amount")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static int naiveCount(Map<Long, List<Entry>> below, LocalDate day) {
    return (int)
        holding(below, day).stream()
            .filter(v -> Objects.requireNonNull(v.image().decimal("amount")).intValue() > 100)
            .count();
  }

  private String band(String rent, String day) {
    return Objects.requireNonNull(
            written(
                    Map.of(
                        "area", Value.of("1"),
                        "price", Value.of(rent),
                        "fixed_on", Value.of(LocalDate.parse(day))),
                    "2024-05-01")
                .get("class"))
        .asText();
  }

  private Map<String, Value> written(Map<String, Value> patch, String day) {
    Entry entry = entry(1, EntryKind.OPEN, patch, day, CONTRACT);
    return Following.of(CONTRACT, List.of(entry)).beside(entry);
  }

  private Entry written(List<Entry> before, Entry entry) {
    List<Entry> all = new ArrayList<>(before);
    all.add(entry);
    return entry.with(Following.of(CONTRACT, all).beside(entry));
  }

  private Entry correction(long record, long of, Map<String, Value> patch, Ledger ledger) {
    return entry(record, EntryKind.CORRECT, patch, null, of, ledger);
  }

  private Entry entry(
      long record, EntryKind kind, Map<String, Value> patch, @Nullable String day, Ledger ledger) {
    return entry(record, kind, patch, day, null, ledger);
  }

  private Entry entry(
      long record,
      EntryKind kind,
      Map<String, Value> patch,
      @Nullable String day,
      @Nullable Long of,
      Ledger ledger) {
    return new Entry(
        "t",
        ++seq,
        ledger.code(),
        record,
        kind,
        of,
        kind == EntryKind.OPEN ? "V" : null,
        day == null ? null : LocalDate.parse(day),
        patch,
        null,
        0,
        "a",
        Instant.EPOCH,
        null,
        "a",
        null);
  }
}
