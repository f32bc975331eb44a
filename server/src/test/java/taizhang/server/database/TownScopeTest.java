package taizhang.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;

/**
 * A transaction sees the towns it names, whatever it asks for and whoever used the connection
 * before.
 */
class TownScopeTest {

  /** One connection, so that every borrower gets the one of the borrower before. */
  @RegisterExtension static final BooksDatabase books = BooksDatabase.fresh(1);

  private static final int TOWNS = 20;
  private static final List<String> TABLES =
      List.of(
          "head",
          "entry",
          "record",
          "posting",
          "balance",
          "record_key",
          "submission",
          "attachment",
          "draft",
          "upload",
          "saved_view",
          "trace",
          "token",
          "arrangement",
          "arranged",
          "manuscript",
          "manuscript_ruling",
          "manuscript_choice",
          "manuscript_made",
          "rung",
          "notification",
          "delivery");

  @BeforeAll
  static void aFewRowsInEveryTableOfEveryTown() throws SQLException {
    try (var connection = books.administrator().getConnection();
        var statement = connection.createStatement()) {
      for (int town = 1; town <= TOWNS; town++) {
        statement.execute(
            """
            insert into town (code, name) values ('t%1$d', '镇');
            insert into head (town, hash) values (%1$d, decode(repeat('00', 32), 'hex'));
            insert into entry (town, seq, ledger, record, kind, pack, by, at, bytes, hash)
              values (%1$d, 1, 'l', 1, 'open', 1, 'u', now(), '', '');
            insert into submission (town, client, key, seq, record, body) values (%1$d, 'c', 'k', 1, 1, '');
            insert into record (town, id, ledger, version, image) values (%1$d, 1, 'l', 1, '{}');
            insert into posting (town, seq, n, record, indicator, area, on_date, belongs, stage, amount)
              values (%1$d, 1, 1, 1, 'i', 'a', '2023-01-01', '2023-01-01', 'approved', 1);
            insert into balance (town, indicator, area, month, stage, amount, postings)
              values (%1$d, 'i', 'a', 202301, 'approved', 1, 1);
            insert into record_key (town, record, wrapped, master) values (%1$d, 1, '', 'm');
            insert into attachment (town, record, digest, content)
              values (%1$d, 1, decode(repeat('00', 32), 'hex'), '');
            insert into manuscript (town, document, version, name, year, sha256, text, by, at)
              values (%1$d, 1, 1, 'n', 0, repeat('0', 64), 't', 'u', now());
            insert into manuscript_ruling
                (town, document, fingerprint, rule, words, context, figures, verdict, reason, by, at)
              values (%1$d, 1, 'f', 'r', 'w', 'c', '', 'accept', '', 'u', now());
            insert into manuscript_choice (town, document, fingerprint, indicator, by, at)
              values (%1$d, 1, 'f', '', 'u', now());
            insert into manuscript_made (town, document, kind, fingerprint, record, words, by, at)
              values (%1$d, 1, 'task', 'f', 1, 'w', 'u', now());
            insert into draft (town, login, ledger, record, saved, content, master)
              values (%1$d, 'u', 'l', 0, now(), '', 'm');
            insert into upload (town, login, digest, name, type, size, at, content, master)
              values (%1$d, 'u', decode(repeat('00', 32), 'hex'), 'n', 't', 0, now(), '', 'm');
            insert into saved_view (town, ledger, login, title, query, at)
              values (%1$d, 'l', 'u', 't', '', now());
            insert into trace (town, at, login, act, subject) values (%1$d, now(), 'u', 'a', 's');
            insert into token (town, digest, login, name, writes, issued, until, by)
              values (%1$d, decode(repeat('00', 32), 'hex'), 'u', 'n', false, now(), now(), 'u');
            insert into arrangement (town, ledger, field, form, through)
              values (%1$d, 'l', 'f', 'text', 1);
            insert into arranged (town, arrangement, key, record) values (%1$d, 1, 'k', 1);
            insert into rung (town, record, clock, run, name, at) values (%1$d, 1, 'c', 1, 'r', now());
            insert into notification (town, login, record, ledger, clock, run, rung, light, say, at)
              values (%1$d, 'u', 1, 'l', 'c', 1, 'r', '', '', now());
            insert into delivery (town, notification, kind, address, next_at)
              values (%1$d, 1, 'webhook', 'a', now());
            """
                .formatted(town));
      }
    }
  }

  @Test
  void everyTableOfATownsRowsIsLookedAt() throws SQLException {
    try (var connection = books.administrator().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select c.relname from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'town'
                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                """)) {
      while (rows.next()) {
        assertThat(TABLES).contains(rows.getString(1));
      }
    }
  }

  @Test
  void withoutAListEveryTableRefuses() throws SQLException {
    for (var table : TABLES) {
      try (var connection = books.database().owner().getConnection()) {
        assertThatThrownBy(() -> towns(connection, table))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("taizhang.towns");
      }
    }
  }

  @Test
  void afterATransactionItsListIsGone() throws SQLException {
    try (var connection = books.app().getConnection()) {
      name(connection, "7");
      assertThat(towns(connection, "entry")).containsExactly(7);
      connection.commit();
      for (var table : TABLES) {
        assertThat(towns(connection, table)).isEmpty();
      }
      connection.rollback();
    }
  }

  @Test
  void aReadingOfAnotherTownInsideOneLeavesTheOuterOneItsTown() {
    TownScope scope = new TownScope(books.database());
    Town outer = new Town(3, "c", "c");
    Town inner = new Town(5, "e", "e");
    scope.read(
        outer,
        sql -> {
          assertThat(scope.read(inner, TownScopeTest::seen)).containsExactly(5);
          assertThat(seen(sql)).containsExactly(3);
          assertThat(scope.read(outer, TownScopeTest::seen)).containsExactly(3);
          return outer;
        });
    assertThat(scope.read(inner, TownScopeTest::seen)).containsExactly(5);
  }

  private static List<Integer> seen(JdbcClient sql) {
    return sql.sql("select distinct town from entry").query((row, n) -> row.getInt(1)).list();
  }

  @Test
  void theOwnerOfTheTablesIsBoundToo() throws SQLException {
    for (var table : TABLES) {
      try (var connection = books.owner().getConnection()) {
        name(connection, "3");
        assertThat(towns(connection, table)).containsExactly(3);
        connection.rollback();
      }
    }
  }

  @Test
  void aForgottenWhereShowsOnlyTheTownsNamed() throws SQLException {
    for (var table : TABLES) {
      try (var connection = books.app().getConnection()) {
        name(connection, "2,5");
        assertThat(towns(connection, table)).containsExactly(2, 5);
        connection.rollback();
      }
    }
  }

  /** The proof that the tests above would see a policy that is gone. */
  @Test
  void withItsPolicyTakenAwayATableShowsEveryTown() throws SQLException {
    for (var table : TABLES) {
      try (var connection = books.administrator().getConnection();
          var statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute("alter table " + table + " disable row level security");
        statement.execute("set local role taizhang_app");
        name(connection, "2,5");
        assertThat(towns(connection, table)).as(table).hasSize(TOWNS);
        connection.rollback();
      }
    }
  }

  @Test
  void aListThatIsNoListRefuses() throws SQLException {
    for (var list : List.of("1 or true", "1,", "x", "{1}")) {
      try (var connection = books.app().getConnection()) {
        name(connection, list);
        assertThatThrownBy(() -> towns(connection, "entry")).isInstanceOf(SQLException.class);
        connection.rollback();
      }
    }
  }

  @Test
  void writingIntoATownThatIsNotNamedIsRefused() throws SQLException {
    try (var connection = books.app().getConnection();
        var statement = connection.createStatement()) {
      name(connection, "1");
      assertThatThrownBy(() ->
              statement.execute(
                  "insert into record (town, id, ledger, version, image) values (2, 9, 'l', 9,"
                      + " '{}')"))
          .hasMessageContaining("violates row-level security policy");
      connection.rollback();
      name(connection, "1");
      assertThatThrownBy(() -> statement.execute("update balance set town = 2"))
          .hasMessageContaining("violates row-level security policy");
      connection.rollback();
    }
  }

  @Test
  void theNextBorrowerOfTheOneConnectionNeverSeesTheTownBefore() throws SQLException {
    var random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      int town = 1 + random.nextInt(TOWNS);
      try (var connection = books.app().getConnection()) {
        name(connection, Integer.toString(town));
        assertThat(towns(connection, "entry")).containsExactly(town);
        if (random.nextBoolean()) {
          connection.commit();
        } else {
          connection.rollback();
        }
      }
    }
  }

  /**
   * LIKE may leak what it compares, so it waits behind the policy: narrow by town and record first,
   * then search.
   */
  @Test
  void aSearchUnderThePolicyUsesTheTownButNotThePattern() throws SQLException {
    try (var connection = books.app().getConnection();
        var statement = connection.createStatement()) {
      name(connection, "1");
      statement.execute("set local enable_seqscan = off");
      var like =
          plan(connection, "select from submission where client like 'c%' and key like 'a%'");
      assertThat(like)
          .containsPattern("Index Cond: .*town = ANY")
          .containsPattern("Filter: .*~~ 'a%'");
      assertThat(plan(connection, "select from entry where town = 1 and record = 1"))
          .containsPattern("Index Cond: .*town = 1.* AND .*record = 1");
      connection.rollback();
    }
  }

  private static void name(Connection connection, String towns) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement =
        connection.prepareStatement("select set_config('taizhang.towns', ?, true)")) {
      statement.setString(1, towns);
      statement.execute();
    }
  }

  private static List<Integer> towns(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select coalesce(array_agg(distinct town order by town), '{}') from " + table)) {
      row.next();
      return List.of((Integer[]) row.getArray(1).getArray());
    }
  }

  private static String plan(Connection connection, String query) throws SQLException {
    var plan = new StringBuilder();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("explain (costs off) " + query)) {
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }
}
