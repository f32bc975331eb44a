package taizhang.server.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.books.access.Right;
import taizhang.books.access.Role;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.period.Period;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import taizhang.server.exchange.Exports;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.TownRules;

/** List, count, totals, groups and file of a selection are the same records, whoever asks. */
class BrowseTest {

  @RegisterExtension static final BooksDatabase database = BooksDatabase.fresh();

  private static final String TOWN = "looking";
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
          review: department
          fields:
            name: {title: 路段, type: text, required: true}
            km: {title: 里程, type: quantity, unit: 公里}
            done_on: {title: 交工日期, type: date}
            builder: {title: 施工方式, type: code, codes: {own: 自建, hired: 外包}}
            lit: {title: 有路灯, type: yes_no}
            foreman: {title: 负责人, type: person, classification: personal}
        well:
          title: 机井
          lives_at: village
          fields:
            name: {title: 井, type: text, required: true}
            depth: {title: 井深, type: quantity, unit: 米}
            dug_on: {title: 成井日期, type: date}
          post:
            - {to: wells}
            - {to: depth, amount: depth}
            - {to: dug, amount: depth, on: dug_on}
      indicators:
        wells: {title: 机井数, unit: 眼, kind: stock}
        depth: {title: 机井总深, unit: 米, kind: stock}
        dug: {title: 成井进尺, unit: 米, kind: flow}
      """;

  /** A record as the test knows it: without any help of the program. */
  private record Known(
      long id,
      String area,
      String name,
      @Nullable BigDecimal km,
      @Nullable LocalDate day,
      @Nullable String builder,
      boolean lit,
      boolean voided,
      boolean pending) {}

  private static final List<Known> KNOWN = new ArrayList<>();
  private static TestBooks books;

  @BeforeAll
  static void enter() {
    books = TestBooks.over(database);
    books.town(TOWN, PACK);
    Random dice = new Random(7);
    String[] words = {"东堤", "西堤", "北渠", "A线", "a支线", "100%_段"};
    for (int i = 0; i < 90; i++) {
      String area = new String[] {"V", "W"}[dice.nextInt(2)];
      String name = words[dice.nextInt(words.length)] + i;
      BigDecimal km = dice.nextInt(6) == 0 ? null : BigDecimal.valueOf(dice.nextInt(400), 2);
      LocalDate day =
          dice.nextInt(5) == 0 ? null : LocalDate.of(2023, 1, 1).plusDays(dice.nextInt(300));
      String builder = new String[] {"own", "hired", null}[dice.nextInt(3)];
      boolean lit = dice.nextBoolean();
      Map<String, Value> fields = new HashMap<>();
      fields.put("name", Value.of(name));
      fields.put("lit", Value.of(lit));
      fields.put("foreman", Value.of("张三" + i));
      if (km != null) {
        fields.put("km", Value.of(km));
      }
      if (day != null) {
        fields.put("done_on", Value.of(day));
      }
      if (builder != null) {
        fields.put("builder", Value.of(builder));
      }
      long id = append(Submission.open(LEDGER, area, LocalDate.of(2024, 1, 2), fields));
      boolean reviewed = dice.nextBoolean();
      if (reviewed) {
        append(Submission.review(LEDGER, id));
      }
      boolean voided = dice.nextInt(6) == 0;
      if (voided) {
        append(Submission.voided(LEDGER, id, "重复登记"));
      }
      KNOWN.add(new Known(id, area, name, km, day, builder, lit, voided, !reviewed || voided));
    }
  }

  @AfterAll
  static void close() {
    books.close();
  }

  private static long append(Submission submission) {
    return books.entries().append(TOWN, "test", submission).record();
  }

  @Test
  void listCountTotalsGroupsAndFileAgreeWithANaiveOracle() throws IOException {
    Random dice = new Random(11);
    int seen = 0;
    for (int round = 0; round < 120; round++) {
      Clearance who = person(dice);
      Selection selection = selection(dice);
      List<Known> expected = expected(who, selection);
      seen += expected.size();

      List<Long> listed = walk(who, selection, order(dice), 1 + dice.nextInt(40));
      assertThat(listed).as("%s", selection).containsExactlyInAnyOrderElementsOf(ids(expected));

      Totals totals = browse().totals(who, selection);
      assertThat(totals.count()).isEqualTo(expected.size());
      assertThat(totals.pending()).isEqualTo(expected.stream().filter(Known::pending).count());
      assertThat(totals.sums().get("km")).isEqualByComparingTo(sum(expected));

      List<Group> groups = books.get(Arrangements.class).groups(who, selection, Order.AREA);
      assertThat(groups.stream().mapToLong(g -> g.totals().count()).sum())
          .isEqualTo(expected.size());

      List<Long> streamed = new ArrayList<>();
      browse().each(who, selection, row -> streamed.add(row.id()));
      assertThat(streamed).containsExactlyElementsOf(ids(expected));
      assertThat(exported(who, selection)).isEqualTo(ids(expected));
    }
    assertThat(seen).isGreaterThan(400);
  }

  @Test
  void pagesFollowTheOrderBothWays() {
    Clearance who = rules().operator(TOWN);
    Selection all = Selection.all(LEDGER);
    Order longest = new Order("km", true);
    Page first = browse().page(who, all, longest, null, 20);
    Page second = browse().page(who, all, longest, first.next(), 20);
    Page again = browse().page(who, all, longest, second.previous(), 20);
    List<BigDecimal> lengths = first.rows().stream().map(row -> row.image().decimal("km")).toList();

    assertThat(first.previous()).isNull();
    assertThat(lengths).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(again.rows()).isEqualTo(first.rows());
    assertThat(again.previous()).isNull();
  }

  @Test
  void whatIsPersonalIsNeitherFilteredNorSortedNorFound() {
    Clearance who = rules().operator(TOWN);
    Selection all = Selection.all(LEDGER);

    assertRefused(() -> browse().totals(who, all.and(new Filter.Contains("foreman", "张三"))));
    assertRefused(() -> browse().page(who, all, new Order("foreman", false), null, 5));
    assertThat(browse().totals(who, new Selection(LEDGER, List.of(), "张三", false)).count())
        .isZero();
  }

  @Test
  void aTotalIsTheFigureWhereTheRuleIsThePlainSum() {
    for (int i = 1; i <= 12; i++) {
      append(
          Submission.open(
              "works.well",
              i % 3 == 0 ? "V" : "W",
              LocalDate.of(2024, 1, 3),
              Map.of(
                  "name", Value.of("井" + i),
                  "depth", Value.of(BigDecimal.valueOf(100L + i)),
                  "dug_on", Value.of(LocalDate.of(2023, 6, i)))));
    }
    Clearance who = rules().operator(TOWN);
    Selection inW = Selection.all("works.well").and(new Filter.Within("W"));
    Totals totals = browse().totals(who, inW);
    Totals early =
        browse()
            .totals(
                who,
                inW.and(
                    new Filter.Days("dug_on", LocalDate.of(2023, 6, 3), LocalDate.of(2023, 6, 9))));

    assertThat(totals.count()).isEqualTo(8);
    assertThat(figure("works.wells", "2024-01")).isEqualByComparingTo("8");
    assertThat(figure("works.depth", "2024-01")).isEqualByComparingTo(totals.sums().get("depth"));
    assertThat(figure("works.dug", "2023-06-03/2023-06-09"))
        .isEqualByComparingTo(early.sums().get("depth"));
  }

  private static BigDecimal figure(String indicator, String period) {
    FigureQuery query = FigureQuery.of(indicator, Period.parse(period)).in("W");
    return Objects.requireNonNull(books.get(Figures.class).read(TOWN, query).value());
  }

  private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
  }

  private static Browse browse() {
    return books.get(Browse.class);
  }

  private static TownRules rules() {
    return books.get(Figures.class).rules(TOWN);
  }

  private static List<Long> walk(Clearance who, Selection selection, Order order, int size) {
    List<Long> ids = new ArrayList<>();
    Cursor from = null;
    do {
      Page page = browse().page(who, selection, order, from, size);
      page.rows().stream().map(RecordRow::id).forEach(ids::add);
      from = page.next();
    } while (from != null);
    return ids;
  }

  private static List<Long> exported(Clearance who, Selection selection) throws IOException {
    Path file = Files.createTempFile("road", ".csv");
    books
        .get(Exports.class)
        .write(who, selection, file, Exports.Kind.CSV, StandardCharsets.UTF_8, "", done -> {});
    List<String> lines = Files.readAllLines(file);
    Files.delete(file);
    assertThat(String.join("", lines)).doesNotContain("张三");
    return lines.stream()
        .skip(1)
        .map(line -> Long.valueOf(line.substring(0, line.indexOf(','))))
        .toList();
  }

  private static Clearance person(Random dice) {
    List<Post> posts = new ArrayList<>();
    for (int n = dice.nextInt(3); n >= 0; n--) {
      Role role = Role.values()[dice.nextInt(Role.values().length)];
      String area = new String[] {"T", "V", "W"}[dice.nextInt(3)];
      String department = new String[] {"", "建设办", "农业办"}[dice.nextInt(3)];
      posts.add(new Post("p", "甲", role, area, department, null, null));
    }
    return Clearance.of(TOWN, "p", "甲", posts, rules().areas(), rules().packs());
  }

  private static Order order(Random dice) {
    List<String> by =
        List.of("km", "name", "done_on", "builder", Order.OPENED, Order.ENTERED, Order.AREA);
    return new Order(by.get(dice.nextInt(by.size())), dice.nextBoolean());
  }

  private static Selection selection(Random dice) {
    List<Filter> filters = new ArrayList<>();
    for (int n = dice.nextInt(3); n > 0; n--) {
      filters.add(filter(dice));
    }
    String[] searches = {"", "", "堤", "a", "自建", "1 堤", "%_"};
    return new Selection(
        LEDGER, filters, searches[dice.nextInt(searches.length)], dice.nextInt(5) == 0);
  }

  private static Filter filter(Random dice) {
    return switch (dice.nextInt(8)) {
      case 0 -> new Filter.Contains("name", new String[] {"堤", "A", "%_", "线1"}[dice.nextInt(4)]);
      case 1 -> new Filter.OneOf("builder", List.of("own", "nothing"));
      case 2 -> new Filter.OneOf("lit", List.of("true"));
      case 3 -> new Filter.Numbers("km", new BigDecimal("0.50"), new BigDecimal("2.5"));
      case 4 -> new Filter.Days("done_on", LocalDate.of(2023, 3, 1), null);
      case 5 -> new Filter.Within(new String[] {"T", "V"}[dice.nextInt(2)]);
      case 6 -> new Filter.Absent(new String[] {"km", "builder"}[dice.nextInt(2)]);
      default -> new Filter.Pending();
    };
  }

  private static List<Known> expected(Clearance who, Selection selection) {
    return KNOWN.stream()
        .filter(k -> who.may(Right.READ, rules().ledger(LEDGER), k.area()))
        .filter(k -> k.voided() == selection.voided())
        .filter(k -> selection.filters().stream().allMatch(f -> holds(f, k)))
        .filter(k -> found(selection.search(), k))
        .toList();
  }

  private static boolean holds(Filter filter, Known k) {
    return switch (filter) {
      case Filter.Due due -> false;
      case Filter.Contains c -> k.name().toLowerCase().contains(c.text().toLowerCase());
      case Filter.OneOf o when o.field().equals("lit") -> k.lit();
      case Filter.OneOf o -> Stream.ofNullable(k.builder()).anyMatch(o.values()::contains);
      case Filter.Numbers(String field, BigDecimal least, BigDecimal most) ->
          Stream.ofNullable(k.km())
              .anyMatch(km -> km.compareTo(least) >= 0 && km.compareTo(most) <= 0);
      case Filter.Days(String field, LocalDate from, LocalDate to) ->
          Stream.ofNullable(k.day()).anyMatch(day -> !day.isBefore(from));
      case Filter.Absent a -> a.field().equals("km") ? k.km() == null : k.builder() == null;
      case Filter.Within w -> w.area().equals("T") || w.area().equals(k.area());
      case Filter.InState s -> false;
      case Filter.Pending p -> k.pending();
    };
  }

  private static boolean found(String search, Known k) {
    String builder = Objects.equals(k.builder(), "own") ? "自建" : k.builder() == null ? "" : "外包";
    return List.of(search.split(" ")).stream()
        .allMatch(w -> k.name().toLowerCase().contains(w) || (!w.isEmpty() && builder.contains(w)));
  }

  private static List<Long> ids(List<Known> known) {
    return known.stream().map(Known::id).toList();
  }

  private static BigDecimal sum(List<Known> known) {
    return known.stream()
        .flatMap(k -> Stream.ofNullable(k.km()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
