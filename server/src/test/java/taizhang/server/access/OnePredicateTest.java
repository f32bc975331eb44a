package taizhang.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taizhang.books.access.Clearance;
import taizhang.books.access.Role;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.period.Period;
import taizhang.books.refusal.Refusal;
import taizhang.server.TestBooks;
import taizhang.server.browse.Browse;
import taizhang.server.browse.Order;
import taizhang.server.browse.Selection;
import taizhang.server.database.BooksDatabase;
import taizhang.server.exchange.Exports;
import taizhang.server.figure.Source;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.town.Town;

/**
 * Random people with random posts over random records: every surface shows each of them exactly
 * what a plain reading of the rules gives.
 */
class OnePredicateTest {

  private static final LocalDate DAY = LocalDate.of(2023, 5, 1);
  private static final int PEOPLE = 40;
  private static final int RECORDS = 60;
  private static final List<String> AREAS = List.of("T", "V", "W", "V1", "V2", "W1");
  private static final List<String> GRIDS = List.of("V1", "V2", "W1");
  private static final Map<String, String> PARENT =
      Map.of("V", "T", "W", "T", "V1", "V", "V2", "V", "W1", "W");
  private static final Map<String, String> OWNER = Map.of("roads", "建设办", "homes", "民政办");

  private static BooksDatabase database;
  private static TestBooks books;
  private static Town town;
  private static final List<Row> rows = new ArrayList<>();
  private static final Map<String, List<Held>> people = new TreeMap<>();

  @TempDir private static Path dir;

  /** A record as the oracle knows it. */
  private record Row(long id, String pack, String area) {}

  /** A post as the oracle knows it. */
  private record Held(Role role, String area, String department, boolean over) {}

  @BeforeAll
  static void fill() {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
    town = books.town("alpha", pack("roads"));
    books.adopt("alpha", "homes", pack("homes"));
    for (String area : GRIDS) {
      books.area("alpha", area, "grid", PARENT.getOrDefault(area, "T"));
    }
    Random random = new Random(20231120);
    for (int n = 0; n < RECORDS; n++) {
      String pack = random.nextBoolean() ? "roads" : "homes";
      String area = GRIDS.get(random.nextInt(GRIDS.size()));
      Map<String, Value> fields = Map.of("name", Value.of("第" + n + "处"));
      Submission opening = Submission.open(pack + ".thing", area, DAY, fields);
      rows.add(new Row(books.entries().append("alpha", "seed", opening).record(), pack, area));
    }
    for (int n = 0; n < PEOPLE; n++) {
      appoint("p" + n, random);
    }
  }

  private static String pack(String name) {
    return """
    pack: %s
    title: %s
    owner: %s
    ledgers:
      thing:
        title: 处所
        lives_at: grid
        fields:
          name: {title: 名称, type: text, required: true}
        post:
          - {to: things}
    indicators:
      things: {title: %s处所数, unit: 处, kind: stock}
    """
        .formatted(name, name, OWNER.get(name), name);
  }

  private static void appoint(String login, Random random) {
    List<Held> held = new ArrayList<>();
    for (int posts = 1 + random.nextInt(2); posts > 0; posts--) {
      Role role = Role.values()[random.nextInt(Role.values().length)];
      String area = AREAS.get(random.nextInt(AREAS.size()));
      String department = List.of("", "建设办", "民政办").get(random.nextInt(3));
      boolean over = random.nextInt(5) == 0;
      Map<String, Value> fields =
          new TreeMap<>(
              Map.of(
                  "login", Value.of(login),
                  "name", Value.of(login),
                  "role", Value.of(role.code()),
                  "area", Value.of(area),
                  "from", Value.of("2020-01-01")));
      if (!department.isEmpty()) {
        fields.put("department", Value.of(department));
      }
      if (over) {
        fields.put("until", Value.of("2023-12-31"));
      }
      try {
        books
            .entries()
            .append("alpha", "seed", Submission.open(SystemLedger.STAFF, "T", null, fields));
        held.add(new Held(role, area, department, over));
      } catch (Refusal twiceTheSameOrTwoAdministrators) {
        posts--;
      }
    }
    people.put(login, held);
  }

  @AfterAll
  static void close() {
    books.close();
    database.close();
  }

  /** The rules, read plainly. */
  private static boolean sees(List<Held> posts, Row row) {
    return posts.stream()
        .anyMatch(post -> {
          boolean reads = !Set.of(Role.SYSTEM, Role.SECURITY, Role.AUDITOR).contains(post.role());
          boolean inside = false;
          for (String area = row.area(); area != null; area = PARENT.get(area)) {
            inside |= area.equals(post.area());
          }
          boolean own =
              post.department().isEmpty() || post.department().equals(OWNER.get(row.pack()));
          return reads && !post.over() && inside && own;
        });
  }

  private static Set<Long> oracle(String login, String pack) {
    return rows.stream()
        .filter(row -> row.pack().equals(pack) && sees(people.getOrDefault(login, List.of()), row))
        .map(Row::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everySurfaceShowsEveryPersonWhatTheRulesSay() {
    int some = 0;
    int none = 0;
    for (String login : people.keySet()) {
      Clearance who = books.get(Rules.class).clearance(town, login);
      for (String pack : OWNER.keySet()) {
        Set<Long> expected = oracle(login, pack);
        for (Map.Entry<String, Set<Long>> surface : surfaces(who, pack).entrySet()) {
          assertThat(surface.getValue())
              .as("%s of %s for %s %s", surface.getKey(), pack, login, people.get(login))
              .isEqualTo(expected);
        }
        some += expected.isEmpty() ? 0 : 1;
        none += expected.isEmpty() ? 1 : 0;
      }
    }
    assertThat(some).isGreaterThan(20);
    assertThat(none).isGreaterThan(15);
  }

  @Test
  void aWeakenedPredicateWouldBeSeen() {
    long differing =
        people.keySet().stream()
            .filter(login -> {
              Clearance weakened = books.get(Rules.class).of(town).operator("alpha");
              return surfaces(weakened, "roads").values().stream()
                  .anyMatch(seen -> !seen.equals(oracle(login, "roads")));
            })
            .count();
    assertThat(differing).isGreaterThan(PEOPLE / 2);
  }

  private static Map<String, Set<Long>> surfaces(Clearance who, String pack) {
    Map<String, Set<Long>> seen = new TreeMap<>();
    seen.put("record page", rowsOf(pack, id -> found(who, id)));
    Selection all = Selection.all(pack + ".thing");
    Browse browse = books.get(Browse.class);
    Set<Long> streamed = new TreeSet<>();
    browse.each(who, all, row -> streamed.add(row.id()));
    seen.put("stream", streamed);
    Set<Long> listed = new TreeSet<>();
    browse.page(who, all, Order.NEWEST, null, 500).rows().forEach(row -> listed.add(row.id()));
    seen.put("table", listed);
    assertThat(browse.totals(who, all).count()).isEqualTo(listed.size());
    seen.put("export", exported(who, pack));
    FigureQuery query = FigureQuery.of(pack + ".things", Period.parse("2023"));
    Set<Long> behind = new TreeSet<>();
    for (String area : AREAS) {
      behind.addAll(sources(who, query.in(area)));
    }
    seen.put("sources of figures", behind);
    return seen;
  }

  private static Set<Long> rowsOf(String pack, java.util.function.LongPredicate wanted) {
    return rows.stream()
        .filter(row -> row.pack().equals(pack) && wanted.test(row.id()))
        .map(Row::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean found(Clearance who, long id) {
    try {
      books.get(Records.class).find(who, id);
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  /** A figure at an area the person may not read is refused whole. */
  private static Set<Long> sources(Clearance who, FigureQuery query) {
    try {
      List<Source> sources = books.figures().sources(who, query, 1000, 0);
      assertThat(books.figures().extent(who, query).postings()).isEqualTo(sources.size());
      return sources.stream().map(Source::record).collect(Collectors.toSet());
    } catch (Refusal refusal) {
      return Set.of();
    }
  }

  private static Set<Long> exported(Clearance who, String pack) {
    try {
      Path file = Files.createTempFile(dir, "export", ".csv");
      Selection all = Selection.all(pack + ".thing");
      books
          .get(Exports.class)
          .write(who, all, file, Exports.Kind.CSV, StandardCharsets.UTF_8, "", done -> {});
      return Files.readAllLines(file).stream()
          .skip(1)
          .map(line -> Long.parseLong(line.substring(0, line.indexOf(','))))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
