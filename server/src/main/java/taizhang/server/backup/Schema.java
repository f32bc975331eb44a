package taizhang.server.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The tables there are, as the database itself lists them. */
final class Schema {

  private static final String HISTORY = "flyway_schema_history";

  /** What is due when and which program has picked it; a restored database begins anew. */
  private static final String SCHEDULE = "scheduled_tasks";

  private Schema() {}

  /** All tables, each after those it refers to: the towns first. */
  static List<String> tables(Connection connection) throws SQLException {
    return strings(
        connection,
        """
        select relname from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not in ('%s', '%s')
          and not relispartition
        order by relname <> 'town', relname <> 'head', relname
        """
            .formatted(HISTORY, SCHEDULE));
  }

  /** A table's columns in their order, without those that the database computes. */
  static List<String> columns(Connection connection, String table) throws SQLException {
    return strings(
        connection,
        """
        select attname from pg_attribute
        where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
        order by attnum
        """
            .formatted(quoted(table)));
  }

  /**
   * A column that the database numbers.
   *
   * @param table its table
   * @param column the column
   */
  record Numbered(String table, String column) {

    /** The statement after which numbers go on behind those there are. */
    String continued() {
      return "select setval(pg_get_serial_sequence('%s', '%s'), greatest(max(%s), 1)) from %s"
          .formatted(table, column, quoted(column), quoted(table));
    }
  }

  /** The columns that the database numbers. */
  static List<Numbered> numbered(Connection connection) throws SQLException {
    return strings(
            connection,
            """
            select c.relname || ' ' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'public'::regnamespace and a.attidentity <> ''
            """)
        .stream()
        .map(line -> line.split(" "))
        .map(parts -> new Numbered(parts[0], parts[1]))
        .toList();
  }

  /** The migrations that made the tables. */
  static String version(Connection connection) throws SQLException {
    return strings(
            connection,
            "select version || ':' || checksum from %s where success order by installed_rank"
                .formatted(HISTORY))
        .stream()
        .collect(Collectors.joining(" "));
  }

  /** A name inside SQL. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String quoted(List<String> names) {
    return names.stream().map(Schema::quoted).collect(Collectors.joining(", "));
  }

  /** Lets the transaction see all towns; the tables are closed otherwise. */
  static void seeAllTowns(Connection connection) throws SQLException {
    strings(
        connection,
        """
        select set_config('taizhang.towns', coalesce(string_agg(id::text, ','), ''), true) from town
        """);
  }

  static List<String> strings(Connection connection, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
