package taizhang.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class BooksDatabaseTest {

  @Test
  void twoFreshDatabasesKnowNothingOfEachOther() throws SQLException {
    try (var one = BooksDatabase.fresh();
        var other = BooksDatabase.fresh()) {
      try (var connection = one.owner().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("insert into town (code, name) values ('one', '甲镇')");
      }
      assertThat(towns(one)).isEqualTo(1);
      assertThat(towns(other)).isZero();
    }
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker")
  void aConnectionThatIsNotGivenBackFailsTheTest() throws SQLException {
    var books = BooksDatabase.fresh();
    var leaked = books.app().getConnection();
    assertThatThrownBy(books::close)
        .isInstanceOf(AssertionError.class)
        .hasMessage("1 connections were taken from the pool and not closed");
    leaked.close();
  }

  private static long towns(BooksDatabase books) throws SQLException {
    try (var connection = books.app().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from town")) {
      row.next();
      return row.getLong(1);
    }
  }
}
