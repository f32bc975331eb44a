package taizhang.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The ways around row-level security that the catalogue shows: each shut, and each seen when
 * opened.
 */
class SideDoorsTest {

  @RegisterExtension static final BooksDatabase books = BooksDatabase.fresh();

  private static final Map<SideDoors, String> OPENED =
      Map.of(
          SideDoors.TABLE_WITHOUT_POLICY, "create table door (town integer not null)",
          SideDoors.VIEW_OF_OWNER, "create view door as select * from entry",
          SideDoors.MATERIALISED_VIEW_GRANTED,
              "create materialized view door as select 1 as one with no data;"
                  + " grant select on door to taizhang_app",
          SideDoors.UNIQUE_ACROSS_TOWNS, "create unique index door on record (ledger, town)",
          SideDoors.FOREIGN_KEY_ACROSS_TOWNS,
              "alter table posting add constraint door foreign key (record, town)"
                  + " references record (id, town) not valid",
          SideDoors.TRUNCATE_GRANTED, "grant truncate on balance to taizhang_app",
          SideDoors.FUNCTION_OF_OWNER,
              "create function door() returns integer security definer language sql as 'select 1'");

  @ParameterizedTest
  @EnumSource
  void isShut(SideDoors door) throws SQLException {
    try (var connection = books.owner().getConnection()) {
      assertThat(door.open(connection)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void wouldBeSeenIfItWereOpen(SideDoors door) throws SQLException {
    try (var connection = books.owner().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      if (door == SideDoors.FOREIGN_KEY_ACROSS_TOWNS) {
        statement.execute("create unique index target on record (id, town)");
      }
      statement.execute(OPENED.get(door));
      assertThat(door.open(connection))
          .contains(door == SideDoors.TRUNCATE_GRANTED ? "balance" : "door");
      connection.rollback();
    }
  }

  @Test
  void theScanSawTheTables() throws SQLException {
    try (var connection = books.owner().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from pg_policy")) {
      row.next();
      assertThat(row.getInt(1)).isGreaterThanOrEqualTo(6);
    }
  }

  @Test
  void neitherRoleIsLetThroughByItsAttributes() throws SQLException {
    try (var connection = books.owner().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select count(*) from pg_roles
                where rolname in ('taizhang_owner', 'taizhang_app')
                  and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                """)) {
      row.next();
      assertThat(row.getInt(1)).isEqualTo(2);
    }
  }
}
