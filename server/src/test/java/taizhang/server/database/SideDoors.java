package taizhang.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks through the catalogue for ways around row-level security. */
enum SideDoors {
  /** A table of business data without the town, without a policy, or whose owner is let through. */
  TABLE_WITHOUT_POLICY(
      """
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and c.relname not in ('town', 'flyway_schema_history', 'account', 'session', 'sign_in_failure',
          'scheduled_tasks')
        and not (c.relrowsecurity and c.relforcerowsecurity
          and exists (select from pg_attribute a
                      where a.attrelid = c.oid and a.attname = 'town' and a.attnotnull)
          and exists (select from pg_policy p
                      where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
                        and p.polqual is not null and p.polwithcheck is not null)
          and not exists (select from pg_policy p
                          where p.polrelid = c.oid and p.polname <> 'town_scope'))
      """),
  /** A view that reads with its owner's rights. */
  VIEW_OF_OWNER(
      """
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
        and not coalesce(c.reloptions @> array['security_invoker=true'], false)
      """),
  /** A materialised view, on which no policy can be, in the hands of the application. */
  MATERIALISED_VIEW_GRANTED(
      """
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'm'
        and has_table_privilege('taizhang_app', c.oid, 'select')
      """),
  /** A unique index over towns: a refusal would tell what another town has. */
  UNIQUE_ACROSS_TOWNS(
      """
      select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace and i.indisunique
        and c.relname not in ('town', 'flyway_schema_history', 'account', 'session', 'sign_in_failure',
          'scheduled_tasks')
        and not exists (select from pg_attribute a
                        where a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'town')
      """),
  /** A foreign key that does not lead with the town: its check sees the rows of every town. */
  FOREIGN_KEY_ACROSS_TOWNS(
      """
      select k.conname from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace
        and k.conrelid::regclass::text not in ('session')
        and not exists (select from pg_attribute a
                        where a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'town')
      """),
  /** Emptying a table asks no policy. */
  TRUNCATE_GRANTED(
      """
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and has_table_privilege('taizhang_app', c.oid, 'truncate')
      """),
  /** A function that runs with its owner's rights. */
  FUNCTION_OF_OWNER(
      """
      select p.proname from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef
      """);

  private final String query;

  SideDoors(String query) {
    this.query = query;
  }

  /** The names of what is open, best none. */
  List<String> open(Connection connection) throws SQLException {
    var names = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
