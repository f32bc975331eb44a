package taizhang.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  private static final String UNMARK = "comment on table flyway_schema_history is null";

  @Test
  void tablesOfAnotherVersionAreRefusedAndLeftAlone() throws SQLException {
    try (var books = BooksDatabase.fresh()) {
      execute(books, "update flyway_schema_history set checksum = 1; " + UNMARK);
      assertThatThrownBy(() -> Migrations.apply(books.owner(), "taizhang_app"))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("made by another version of taizhang")
          .extracting(e -> ((DatabaseUnavailable) e).reason())
          .isEqualTo(DatabaseUnavailable.Reason.MIGRATION);
      assertThat(mark(books)).isNull();
    }
  }

  @Test
  void tablesWithoutAMarkAreLookedAtAndMarked() throws SQLException {
    try (var books = BooksDatabase.fresh()) {
      var mark = mark(books);
      assertThat(mark).startsWith("taizhang ").endsWith(" for taizhang_app");
      execute(books, UNMARK);
      Migrations.apply(books.owner(), "taizhang_app");
      assertThat(mark(books)).isEqualTo(mark);
    }
  }

  private static void execute(BooksDatabase books, String sql) throws SQLException {
    try (var connection = books.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String mark(BooksDatabase books) throws SQLException {
    try (var connection = books.owner().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select obj_description('flyway_schema_history'::regclass, 'pg_class')")) {
      row.next();
      return row.getString(1);
    }
  }
}
