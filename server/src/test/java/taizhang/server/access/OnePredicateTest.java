package taizhang.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.books.access.Role;
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
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;

/**
 * Random people with random posts over random records: every surface shows each of them exactly
 * what a plain reading of the rules gives.
 */
class OnePredicateTest {

  private static BooksDatabase database;
  private static TestBooks books;
  private static Town town;
  private static RandomPosts posts;

  @TempDir private static Path dir;

  @BeforeAll
  static void fill() {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
    town = books.town(RandomPosts.TOWN, RandomPosts.pack("roads"));
    books.adopt(RandomPosts.TOWN, "homes", RandomPosts.pack("homes"));
    for (String area : List.of("V1", "V2", "W1")) {
      books.area(RandomPosts.TOWN, area, "grid", area.substring(0, 1));
    }
    posts = RandomPosts.enter(books.entries());
  }

  @AfterAll
  static void close() {
    books.close();
    database.close();
  }

  @Test
  void everySurfaceShowsEveryPersonWhatTheRulesSay() {
    int some = 0;
    int none = 0;
    for (String login : posts.people()) {
      Clearance who = books.get(Rules.class).clearance(town, login);
      for (String pack : RandomPosts.OWNER.keySet()) {
        Set<Long> expected = posts.readable(login, pack);
        for (Map.Entry<String, Set<Long>> surface : surfaces(who, pack).entrySet()) {
          assertThat(surface.getValue())
              .as("%s of %s for %s", surface.getKey(), pack, posts.posts(login))
              .isEqualTo(expected);
        }
        some += expected.isEmpty() ? 0 : 1;
        none += expected.isEmpty() ? 1 : 0;
      }
    }
    assertThat(some).isGreaterThan(20);
    assertThat(none).isGreaterThan(15);
  }

  /** A clause of the predicate that could be taken away. */
  private enum Clause {
    AREA,
    DEPARTMENT,
    ROLE,
    TERM;

    /** The posts of a person as a predicate would take them that forgot this clause. */
    List<Post> forgotten(List<Post> held) {
      return held.stream().map(this::forgotten).toList();
    }

    private Post forgotten(Post post) {
      return new Post(
          post.login(),
          post.name(),
          this == ROLE ? Role.READER : post.role(),
          this == AREA ? "T" : post.area(),
          this == DEPARTMENT ? "" : post.department(),
          post.from(),
          post.until());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everySurfaceWouldShowItIfAClauseWereForgotten(Clause clause) {
    Set<String> unmoved = new TreeSet<>();
    Set<String> moved = new TreeSet<>();
    for (String login : posts.people()) {
      Set<Long> expected = posts.readable(login, "roads");
      surfaces(weakened(login, clause), "roads")
          .forEach((surface, seen) -> (seen.equals(expected) ? unmoved : moved).add(surface));
    }
    unmoved.removeAll(moved);
    assertThat(unmoved).as("surfaces that do not go by " + clause).isEmpty();
    assertThat(moved).isNotEmpty();
  }

  private static Clearance weakened(String login, Clause clause) {
    TownRules rules = books.get(Rules.class).of(town);
    List<Post> held =
        clause == Clause.TERM
            ? rules.posts().stream().filter(post -> post.login().equals(login)).toList()
            : books.get(Rules.class).clearance(town, login).posts();
    return Clearance.of(
        town.code(), login, login, clause.forgotten(held), rules.areas(), rules.packs());
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
    for (String area : RandomPosts.AREAS) {
      behind.addAll(sources(who, query.in(area)));
    }
    seen.put("sources of figures", behind);
    return seen;
  }

  private static Set<Long> rowsOf(String pack, LongPredicate wanted) {
    return posts.records(pack).stream()
        .filter(wanted::test)
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
