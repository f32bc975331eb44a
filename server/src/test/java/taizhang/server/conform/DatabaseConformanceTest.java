package taizhang.server.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.books.conform.Case;
import taizhang.books.conform.CaseReader;
import taizhang.books.conform.Conformance;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import taizhang.server.town.Towns;

/** The worked tables through the real append path, on a real database. */
class DatabaseConformanceTest {

  private static BooksDatabase database;
  private static TestBooks books;

  @BeforeAll
  static void open() {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
  }

  @AfterAll
  static void close() {
    books.close();
    database.close();
  }

  @Test
  void workedTablesAgreeOnEveryReading() throws IOException {
    List<Case> cases = CaseReader.read(Files.readString(Path.of("../docs/vectors/worked.json")));
    Conformance outcome = books.get(DatabaseConformance.class).run(cases);
    assertThat(outcome.differences()).isEmpty();
    assertThat(outcome.agree()).isGreaterThan(50);
  }

  @Test
  void theScratchTownLeavesNothingBehind() throws IOException {
    workedTablesAgreeOnEveryReading();
    assertThat(books.get(Towns.class).all()).isEmpty();
  }
}
