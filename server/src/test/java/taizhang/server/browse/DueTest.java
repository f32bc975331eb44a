package taizhang.server.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import taizhang.books.access.Clearance;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import taizhang.server.figure.Figures;
import taizhang.server.matter.TaskPack;

/**
 * Ledgers with time limits are sorted and filtered by them; it is Monday, 15 January 2024, and a
 * task takes five working days and is near two before.
 */
class DueTest {

  @RegisterExtension static final BooksDatabase database = BooksDatabase.fresh();

  private static final String TOWN = "due";
  private static final String LEDGER = "aid.task";

  private static TestBooks books;
  private static long late;
  private static long near;
  private static long early;
  private static long paused;

  @BeforeAll
  static void enter() {
    books = TestBooks.over(database);
    books.town(TOWN, TaskPack.YAML);
    late = task("拖着的", LocalDate.of(2024, 1, 2));
    early = task("刚交办的", LocalDate.of(2024, 1, 15));
    near = task("快到期的", LocalDate.of(2024, 1, 9));
    paused = task("停着的", LocalDate.of(2024, 1, 3));
    append(
        new Submission(
            LEDGER,
            EntryKind.MOVE,
            paused,
            null,
            null,
            null,
            null,
            Map.of(),
            "waiting",
            "等图纸",
            null));
  }

  @AfterAll
  static void close() {
    books.close();
  }

  private static long task(String title, LocalDate on) {
    Map<String, Value> fields = Map.of("title", Value.of(title), "unit", Value.of("农业办"));
    return append(Submission.open(LEDGER, "T", on, fields));
  }

  private static long append(Submission submission) {
    return books.entries().append(TOWN, "test", submission).record();
  }

  private static List<Long> listed(Order order, Filter.Light... lights) {
    Clearance who = books.get(Figures.class).rules(TOWN).operator(TOWN);
    Selection all = Selection.all(LEDGER);
    Selection some = lights.length == 0 ? all : all.and(new Filter.Due(Arrays.asList(lights)));
    Browse browse = books.get(Browse.class);
    List<Long> ids = new ArrayList<>();
    Page page = browse.page(who, some, order, null, 2);
    page.rows().forEach(row -> ids.add(row.id()));
    while (page.next() != null) {
      page = browse.page(who, some, order, page.next(), 2);
      page.rows().forEach(row -> ids.add(row.id()));
    }
    assertThat(browse.totals(who, some).count()).isEqualTo(ids.size());
    return ids;
  }

  @Test
  void whatIsDueFirstComesFirstAndWhatHasNoLimitLast() {
    assertThat(listed(new Order(Order.DUE, false))).containsExactly(late, near, early, paused);
    assertThat(listed(new Order(Order.DUE, true))).containsExactly(paused, early, near, late);
    books
        .get(Browse.class)
        .make(
            books.get(Figures.class).rules(TOWN).operator(TOWN),
            LEDGER,
            new Order(Order.DUE, false));
    assertThat(listed(new Order(Order.DUE, false)))
        .as("by an order that is kept")
        .containsExactly(late, near, early, paused);
  }

  @Test
  void theLateTheNearAndTheRestAreFoundByTheirLight() {
    assertThat(listed(Order.NEWEST, Filter.Light.LATE)).containsExactly(late);
    assertThat(listed(Order.NEWEST, Filter.Light.NEAR)).containsExactly(near);
    assertThat(listed(Order.NEWEST, Filter.Light.RUNNING)).containsExactly(near, early);
    assertThat(listed(Order.NEWEST, Filter.Light.LATE, Filter.Light.NEAR))
        .containsExactly(near, late);
  }
}
