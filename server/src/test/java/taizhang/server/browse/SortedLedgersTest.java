package taizhang.server.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.books.access.Role;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.TownRules;
import taizhang.server.web.Statements;

/** A kept order says what sorting the ledger says, whatever was entered since it was made. */
class SortedLedgersTest {

  @RegisterExtension static final BooksDatabase database = BooksDatabase.fresh();

  private static final String TOWN = "sorting";
  private static final String LEDGER = "works.road";
  private static final String PACK =
      """
      pack: works
      title: 工程建设
      owner: 建设办
      ledgers:
        road:
          title: 公路
          lives_at: village
          fields:
            name: {title: 路段, type: text}
            gain: {title: 增减, type: decimal}
            lanes: {title: 车道, type: integer}
            done_on: {title: 交工日期, type: date}
            note: {title: 说明, type: long_text}
      """;
  private static final List<String> ORDERS = List.of("name", "gain", "lanes", "done_on", "note");
  private static final BigDecimal LEAST = new BigDecimal("-1e30");

  private static TestBooks books;

  @BeforeAll
  static void open() {
    books = TestBooks.over(database);
    books.town(TOWN, PACK);
  }

  @AfterAll
  static void close() {
    books.close();
  }

  @Test
  void aKeptOrderIsTheOrderOfTheBooksWhateverIsEnteredMeanwhile() {
    Random dice = new Random(5);
    List<Long> ids = new ArrayList<>();
    for (int n = 0; n < 150; n++) {
      ids.add(enter(dice));
    }
    for (String by : ORDERS) {
      browse().make(person(Role.OFFICE, "T"), LEDGER, new Order(by, false));
    }
    for (int round = 0; round < 40; round++) {
      for (int n = dice.nextInt(4); n > 0; n--) {
        change(dice, ids);
      }
      String by = ORDERS.get(dice.nextInt(ORDERS.size()));
      Order order = new Order(by, dice.nextBoolean());
      Clearance who = dice.nextBoolean() ? person(Role.OFFICE, "T") : person(Role.VILLAGE, "V");
      Selection selection = selection(dice);
      List<Long> expected = expected(who, selection, order);
      assertThat(walk(who, selection, order, 1 + dice.nextInt(30)))
          .as("%s %s", order.text(), selection)
          .containsExactlyElementsOf(expected);
      assertThat(expected).isNotEmpty();
    }
  }

  @Test
  void aPageOfAKeptOrderAsksNoMoreAsTheLedgerGrows() {
    Random dice = new Random(6);
    Clearance who = person(Role.OFFICE, "T");
    Order order = new Order("gain", true);
    for (int n = 0; n < 60; n++) {
      enter(dice);
    }
    browse().make(who, LEDGER, order);
    Runnable first = () -> browse().page(who, Selection.all(LEDGER), order, null, 20);
    first.run();
    long few = Statements.during(first);
    for (int n = 0; n < 100; n++) {
      enter(dice);
    }
    first.run();
    assertThat(Statements.during(first)).isEqualTo(few).isLessThan(14);
  }

  @Test
  void numbersSortAsTextsAsTheySortAsNumbers() {
    Random dice = new Random(7);
    List<BigDecimal> numbers = new ArrayList<>(List.of(BigDecimal.ZERO, new BigDecimal("-0.5")));
    for (int n = 0; n < 600; n++) {
      String digits = Long.toString(dice.nextLong(2_000_000) - 1_000_000);
      numbers.add(new BigDecimal(digits).movePointLeft(dice.nextInt(9) - 3));
    }
    List<String> sorted =
        books
            .get(taizhang.server.town.TownScope.class)
            .read(
                books.get(taizhang.server.town.Towns.class).find(TOWN),
                sql ->
                    sql.sql(
                            """
                            select trim_scale(n)::text from unnest(?::numeric[]) n
                            order by sort_text(n) collate "C"
                            """)
                        .param(numbers.toArray(BigDecimal[]::new))
                        .query(String.class)
                        .list());
    assertThat(sorted.stream().map(BigDecimal::new).toList())
        .isSortedAccordingTo(Comparator.naturalOrder())
        .hasSameSizeAs(numbers);
  }

  private static Map<String, Value> fields(Random dice) {
    Map<String, Value> fields = new HashMap<>();
    String[] words = {"东堤", "西堤", "A线", "a支线", "B"};
    if (dice.nextInt(5) > 0) {
      fields.put("name", Value.of(words[dice.nextInt(words.length)] + dice.nextInt(9)));
    }
    if (dice.nextInt(5) > 0) {
      fields.put("gain", Value.of(BigDecimal.valueOf(dice.nextInt(4000) - 2000L, dice.nextInt(4))));
    }
    if (dice.nextInt(5) > 0) {
      fields.put("lanes", Value.of(dice.nextInt(30) - 5L));
    }
    if (dice.nextInt(5) > 0) {
      fields.put("done_on", Value.of(LocalDate.of(2023, 1, 1).plusDays(dice.nextInt(40))));
    }
    fields.put("note", Value.of("长".repeat(dice.nextInt(3)) + "x".repeat(300)));
    return fields;
  }

  private static long enter(Random dice) {
    String area = dice.nextBoolean() ? "V" : "W";
    return append(Submission.open(LEDGER, area, LocalDate.of(2024, 1, 2), fields(dice)));
  }

  private static void change(Random dice, List<Long> ids) {
    long id = ids.get(dice.nextInt(ids.size()));
    switch (dice.nextInt(5)) {
      case 0 -> ids.add(enter(dice));
      case 1 -> {
        append(Submission.voided(LEDGER, id, "重复登记"));
        ids.remove(id);
      }
      default -> append(Submission.change(LEDGER, id, LocalDate.of(2024, 1, 3), fields(dice)));
    }
  }

  private static long append(Submission submission) {
    return books.entries().append(TOWN, "test", submission).record();
  }

  private static Selection selection(Random dice) {
    Selection all = Selection.all(LEDGER);
    return dice.nextBoolean() ? all : all.and(new Filter.Contains("note", "x"));
  }

  private static List<Long> expected(Clearance who, Selection selection, Order order) {
    List<RecordRow> rows = new ArrayList<>();
    browse().each(who, selection, rows::add);
    Comparator<RecordRow> by =
        switch (order.by()) {
          case "gain", "lanes" -> Comparator.comparing(row -> number(row, order.by()));
          case "note" -> Comparator.comparing(row -> row.image().text("note").substring(0, 200));
          default -> Comparator.comparing(row -> row.image().text(order.by()));
        };
    Comparator<RecordRow> whole = by.thenComparing(RecordRow::id);
    return rows.stream()
        .sorted(order.descending() ? whole.reversed() : whole)
        .map(RecordRow::id)
        .toList();
  }

  private static BigDecimal number(RecordRow row, String field) {
    String text = row.image().text(field);
    return text.isEmpty() ? LEAST : new BigDecimal(text);
  }

  private static List<Long> walk(Clearance who, Selection selection, Order order, int size) {
    List<Long> there = new ArrayList<>();
    Page page = browse().page(who, selection, order, null, size);
    List<Page> pages = new ArrayList<>(List.of(page));
    while (page.next() != null) {
      page = browse().page(who, selection, order, page.next(), size);
      pages.add(page);
    }
    pages.forEach(one -> one.rows().forEach(row -> there.add(row.id())));
    List<Long> back = new ArrayList<>();
    pages.getLast().rows().forEach(row -> back.add(row.id()));
    while (page.previous() != null) {
      page = browse().page(who, selection, order, page.previous(), size);
      back.addAll(0, page.rows().stream().map(RecordRow::id).toList());
    }
    assertThat(back).isEqualTo(there);
    return there;
  }

  private static Clearance person(Role role, String area) {
    Post post = new Post("p", "甲", role, area, "", null, null);
    return Clearance.of(TOWN, "p", "甲", List.of(post), rules().areas(), rules().packs());
  }

  private static Browse browse() {
    return books.get(Browse.class);
  }

  private static TownRules rules() {
    return books.get(Figures.class).rules(TOWN);
  }
}
