package taizhang.bench.books;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import taizhang.bench.result.Aim;
import taizhang.bench.result.Results;
import taizhang.bench.result.Samples;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.books.access.Role;
import taizhang.server.browse.Browse;
import taizhang.server.browse.Cursor;
import taizhang.server.browse.Filter;
import taizhang.server.browse.Order;
import taizhang.server.browse.Page;
import taizhang.server.browse.Selection;
import taizhang.server.ledger.TownRules;

/**
 * A ledger of a million records looked through: its first page by several columns, the next ones,
 * the same for a clerk of one group, and its totals. The records are put straight into the table,
 * for what is measured is looking at them; beside it a plain table with a plain index on the
 * column.
 */
public final class TablesBench {

  private static final String TOWN = "town0";
  private static final String LEDGER = BenchPack.sheet(0);
  private static final int ROWS = 50;
  private static final Aim SOON = Aim.atMost(300);

  private static final String FILL =
      """
      insert into record (town, id, ledger, area, state, opened_on, version, image)
      select (select id from town where code = 'town0'), n, 'bench.sheet0', 'G' || n %% %2$d, '', date '2020-01-01' + (n %% 2000)::int, n,
        jsonb_build_object('place', 'G' || n %% %2$d, 'month', '2024-01', 'month_end', (date '2020-01-01' + (n %% 2000)::int)::text,
          'a0', (n::bigint * 7919 %% 100003)::text, 'a1', ((n::bigint * 104729 %% 1000003) / 100.0)::numeric(12, 2)::text, 'a2', (n %% 11)::text)
      from generate_series(1000000, 1000000 + %1$d - 1) n
      """;

  private static final String PLAIN =
      """
      create table plain as
      select id, area, image, (image ->> 'a1')::numeric as a1 from record where ledger = 'bench.sheet0'
      """;

  private final Results results;
  private final Browse browse;
  private final int times;

  private TablesBench(Results results, Browse browse) {
    this.results = results;
    this.browse = browse;
    this.times = results.scale().small() ? 5 : 25;
  }

  public static void run(Path home, Results results) throws Exception {
    Path data = home.resolve("bench/target/tables");
    BooksBench.remove(data);
    int records = results.scale().small() ? 50_000 : 1_000_000;
    try (OpenBooks books = new OpenBooks(data)) {
      County county = new County(books.entries(), results.scale());
      books.towns().register(TOWN, TOWN);
      county.open(TOWN, home);
      fill(books, records, county.groups.size());
      TownRules rules = books.figures().rules(TOWN);
      TablesBench bench = new TablesBench(results, books.browse());
      results.add("records of one ledger", "%,d".formatted(records));
      bench.measure(rules, books);
    }
  }

  private static void fill(OpenBooks books, int records, int groups) throws Exception {
    try (var connection = books.connection();
        var made = connection.createStatement()) {
      connection.setAutoCommit(false);
      made.execute(
          "select set_config('taizhang.towns', (select string_agg(id::text, ',') from town), true)");
      made.execute(FILL.formatted(records, groups));
      made.execute(PLAIN);
      made.execute("alter table plain add primary key (id)");
      made.execute("create index plain_a1 on plain (a1, id)");
      connection.commit();
    }
    books.owner().sql("analyze record").update();
    books.owner().sql("analyze plain").update();
  }

  private void measure(TownRules rules, OpenBooks books) throws Exception {
    Clearance office = person(rules, Role.OFFICE, "T");
    Order number = new Order("a1", false);
    Selection all = Selection.all(LEDGER);
    double sorting =
        add(
            "first page by a number, the ledger sorted for it",
            3,
            null,
            () -> page(office, all, number, null));
    long begun = System.nanoTime();
    browse.make(office, LEDGER, number);
    results.add("keeping the order of a column, once", (System.nanoTime() - begun) / 1e6, "ms");
    browse.make(office, LEDGER, new Order("place", false));
    browse.make(office, LEDGER, new Order("month_end", false));
    double first =
        add("first page by a number", times, SOON, () -> page(office, all, number, null));
    results.add("sorted anew : kept", sorting / first, "×");
    double floor = floor(books, "select id, area, image::text from plain order by a1, id limit 51");
    results.add("the same rows of a plain table by a plain index", floor, "ms");
    results.add("first page : plain table", first / floor, "×");
    add(
        "first page by a text, downwards",
        times,
        SOON,
        () -> page(office, all, new Order("place", true), null));
    add(
        "first page by a date",
        times,
        SOON,
        () -> page(office, all, new Order("month_end", false), null));
    Cursor deep = deep(office, all, number);
    add("page 40 by a number", times, SOON, () -> page(office, all, number, deep));
    Selection some = all.and(new Filter.OneOf("a2", List.of("3")));
    add(
        "first page by a number of a tenth, filtered",
        times,
        SOON,
        () -> page(office, some, number, null));
    Clearance village = person(rules, Role.VILLAGE, "V0");
    add(
        "first page by a number, for one village",
        times,
        SOON,
        () -> page(village, all, number, null));
    add("the newest, first page", times, SOON, () -> page(office, all, Order.NEWEST, null));
    totals(office, all, books);
  }

  private void totals(Clearance office, Selection all, OpenBooks books) throws Exception {
    List<Long> nanos = new ArrayList<>();
    for (int n = 0; n < 3; n++) {
      Selection fresh =
          all.and(new Filter.Numbers("a0", null, java.math.BigDecimal.valueOf(1_000_000L + n)));
      long begun = System.nanoTime();
      browse.totals(office, fresh);
      nanos.add(System.nanoTime() - begun);
    }
    long begun = System.nanoTime();
    browse.totals(office, all);
    double whole = (System.nanoTime() - begun) / 1e6;
    results.add("totals of the whole ledger, the first time", whole, "ms");
    results.add(
        "totals of all records, filtered, p50", Samples.ofNanos(nanos).percentile(50), "ms");
    add("totals of the whole ledger, again", times, SOON, () -> browse.totals(office, all));
    double floor = floor(books, "select count(*), " + sums() + " from plain");
    results.add("count and the same sums of the plain table", floor, "ms");
    results.add("totals : plain table", whole / floor, "×");
  }

  private static String sums() {
    return java.util.stream.IntStream.range(0, BenchPack.ON_A_SHEET)
        .mapToObj(n -> "sum((image ->> 'a" + n + "')::numeric)")
        .collect(java.util.stream.Collectors.joining(", "));
  }

  private Page page(Clearance who, Selection selection, Order order, @Nullable Cursor from) {
    Page page = browse.page(who, selection, order, from, ROWS);
    if (page.rows().size() != ROWS) {
      throw new IllegalStateException(page.rows().size() + " rows");
    }
    return page;
  }

  private Cursor deep(Clearance who, Selection selection, Order order) {
    Cursor from = null;
    for (int n = 0; n < 40; n++) {
      from = page(who, selection, order, from).next();
    }
    return java.util.Objects.requireNonNull(from);
  }

  private double add(String what, int rounds, @Nullable Aim aim, Callable<?> work)
      throws Exception {
    work.call();
    List<Long> nanos = new ArrayList<>();
    for (int n = 0; n < rounds; n++) {
      long begun = System.nanoTime();
      work.call();
      nanos.add(System.nanoTime() - begun);
    }
    Samples samples = Samples.ofNanos(nanos);
    if (aim == null) {
      results.add(what + ", p50", samples.percentile(50), "ms");
    } else {
      results.add(what + ", p95", samples.percentile(95), "ms", aim);
    }
    return samples.percentile(50);
  }

  private double floor(OpenBooks books, String statement) throws Exception {
    List<Long> nanos = new ArrayList<>();
    try (var connection = books.connection();
        var made = connection.createStatement()) {
      for (int n = 0; n < 6; n++) {
        long begun = System.nanoTime();
        try (var rows = made.executeQuery(statement)) {
          while (rows.next()) {
            rows.getString(1);
          }
        }
        if (n > 0) {
          nanos.add(System.nanoTime() - begun);
        }
      }
    }
    return Samples.ofNanos(nanos).percentile(50);
  }

  private static Clearance person(TownRules rules, Role role, String area) {
    Post post = new Post("p", "甲", role, area, "", null, null);
    return Clearance.of(TOWN, "p", "甲", List.of(post), rules.areas(), rules.packs());
  }
}
