package taizhang.server.database;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the application may do to each table, and that it is refused the rest. */
class PrivilegesTest {

  @RegisterExtension static final BooksDatabase books = BooksDatabase.fresh();

  private static final List<String> PRIVILEGES =
      List.of("select", "insert", "update", "delete", "truncate", "references", "trigger");

  private static final String GRANTED =
      """
      account select insert update
      arranged select insert delete
      arrangement select insert update delete
      attachment select insert
      balance select insert update
      delivery select insert update
      draft select insert update delete
      entry select insert
      flyway_schema_history
      head select update
      manuscript select insert
      manuscript_choice select insert
      manuscript_made select insert
      manuscript_ruling select insert
      notification select insert update
      posting select insert
      record select insert update
      record_key select insert update delete
      rung select insert
      saved_view select insert update delete
      scheduled_tasks select insert update delete
      session select insert update delete
      sign_in_failure select insert update delete
      submission select insert
      token select insert update
      town select
      trace select insert
      upload select insert update delete
      """;

  @Test
  void theApplicationMayDoThisAndNothingElse() throws SQLException {
    var matrix = granted();
    assertThat(
            matrix.entrySet().stream()
                .map(t -> (t.getKey() + " " + String.join(" ", t.getValue())).strip())
                .collect(joining("\n", "", "\n")))
        .isEqualTo(GRANTED);
  }

  @Test
  void everyStatementThatIsNotGrantedIsRefused() throws SQLException {
    int refused = 0;
    for (var table : granted().entrySet()) {
      for (var privilege : List.of("select", "insert", "update", "delete", "truncate")) {
        if (!table.getValue().contains(privilege)) {
          assertRefused(statement(privilege, table.getKey()));
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(15);
  }

  @Test
  void theApplicationCannotMakeOrChangeAnything() {
    for (var statement :
        List.of(
            "create table door (town integer)",
            "create function door() returns integer language sql as 'select 1'",
            "alter table entry disable row level security",
            "alter table entry no force row level security",
            "drop policy town_scope on entry",
            "alter table entry disable trigger all",
            "create or replace function towns_in_scope() returns integer[] language sql as 'select"
                + " null'",
            "set role taizhang_owner",
            "set session authorization postgres",
            "set session_replication_role = replica",
            "alter role taizhang_app bypassrls",
            "create role door",
            "create database door",
            "select register_town('door', '门', '')",
            "select * from pg_authid",
            "select pg_read_file('postgresql.conf')",
            "copy town to program 'true'",
            "copy town to '/tmp/door'")) {
      assertRefused(statement);
    }
  }

  @Test
  void evenTheOwnerCannotRewriteTheBooks() throws SQLException {
    try (var connection = books.administrator().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into town (code, name) values ('one', '镇');
          insert into entry (town, seq, ledger, record, kind, pack, by, at, bytes, hash)
            values (1, 1, 'l', 1, 'open', 1, 'u', now(), '', '');
          insert into posting (town, seq, n, record, indicator, area, on_date, belongs, stage, amount)
            values (1, 1, 1, 1, 'i', 'a', '2023-01-01', '2023-01-01', 'approved', 1);
          """);
    }
    for (var table : List.of("entry", "posting")) {
      for (var statement :
          List.of(
              "update " + table + " set seq = 2", "delete from " + table, "truncate " + table)) {
        assertOwnerRefused(statement);
      }
    }
  }

  private static void assertOwnerRefused(String sql) throws SQLException {
    try (var connection = books.owner().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('taizhang.towns', '1', true)");
      assertThatThrownBy(() -> statement.execute(sql))
          .as(sql)
          .isInstanceOf(SQLException.class)
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("TZ001");
      connection.rollback();
    }
  }

  private static void assertRefused(String sql) {
    assertThatThrownBy(
            () -> {
              try (var connection = books.app().getConnection();
                  var statement = connection.createStatement()) {
                statement.execute(sql);
              }
            })
        .as(sql)
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("42501");
  }

  private static String statement(String privilege, String table) {
    return switch (privilege) {
      case "select" -> "select * from " + table;
      case "insert" -> "insert into " + table + " default values";
      case "update" -> "update " + table + " set " + column(table) + " = default";
      case "delete" -> "delete from " + table;
      default -> privilege + " " + table;
    };
  }

  private static String column(String table) {
    return switch (table) {
      case "town", "account" -> "name";
      case "session" -> "agent";
      case "scheduled_tasks" -> "picked";
      case "sign_in_failure" -> "failures";
      case "flyway_schema_history" -> "success";
      default -> "town";
    };
  }

  private static Map<String, List<String>> granted() throws SQLException {
    var tables = new TreeMap<String, List<String>>();
    try (var connection = books.owner().getConnection();
        var statement =
            connection.prepareStatement(
                """
                select c.relname,
                       array(select p from unnest(?::text[]) with ordinality as u (p, n)
                             where has_table_privilege('taizhang_app', c.oid, p)
                                or (p <> 'delete' and p <> 'truncate' and p <> 'trigger'
                                    and has_any_column_privilege('taizhang_app', c.oid, p))
                             order by n)
                from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
                """)) {
      statement.setArray(1, connection.createArrayOf("text", PRIVILEGES.toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          tables.put(rows.getString(1), List.of((String[]) rows.getArray(2).getArray()));
        }
      }
    }
    return tables;
  }
}
