package taizhang.server.ledger;

import static taizhang.server.ledger.EntryStore.column;
import static taizhang.server.ledger.EntryStore.text;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import taizhang.server.town.Town;

/** The current image of each record, kept beside the entries it follows from. */
@Repository
class RecordStore {

  /** A row of the table. */
  record Row(
      long id,
      String ledger,
      @Nullable String area,
      @Nullable String state,
      @Nullable LocalDate openedOn,
      long version,
      long reviewed,
      boolean voided,
      String image,
      @Nullable String duplicate,
      boolean isNew) {}

  /** A record that is the same thing as one submitted. */
  record Twin(long id, String ledger, String duplicate) {}

  static final String COLUMNS =
      "select id, ledger, area, state, opened_on, version, reviewed, void, image::text, duplicate from record";

  static final RowMapper<Row> ROW =
      (row, n) ->
          new Row(
              row.getLong(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getObject(5, LocalDate.class),
              row.getLong(6),
              row.getLong(7),
              row.getBoolean(8),
              row.getString(9),
              row.getString(10),
              false);

  Map<Long, Row> find(Town town, Object[] ids, JdbcClient sql) {
    Map<Long, Row> rows = new HashMap<>();
    if (ids.length > 0) {
      sql.sql(COLUMNS + " where town = ? and id = any(?)")
          .param(town.id())
          .param(new SqlArrayValue("bigint", ids))
          .query(ROW)
          .list()
          .forEach(row -> rows.put(row.id(), row));
    }
    return rows;
  }

  /** Live records that carry one of the given marks of sameness. */
  List<Twin> twins(Town town, Collection<Row> rows, JdbcClient sql) {
    List<Row> marked = rows.stream().filter(r -> r.duplicate() != null && !r.voided()).toList();
    if (marked.isEmpty()) {
      return List.of();
    }
    return sql.sql(
            """
            select r.id, r.ledger, r.duplicate from record r
            join unnest(?::text[], ?::text[]) as m(ledger, duplicate) using (ledger, duplicate)
            where r.town = ? and not r.void
            """)
        .param(column("text", marked, Row::ledger))
        .param(column("text", marked, Row::duplicate))
        .param(town.id())
        .query(DataClassRowMapper.newInstance(Twin.class))
        .list();
  }

  /** Keeps records as they stand now: new ones are inserted, others updated. */
  void save(Town town, Collection<Row> changed, JdbcClient sql) {
    List<Row> fresh = changed.stream().filter(Row::isNew).toList();
    List<Row> others = changed.stream().filter(r -> !r.isNew()).toList();
    if (!fresh.isEmpty()) {
      bind(
              sql.sql(
                  """
                  insert into record (town, id, ledger, area, state, opened_on, version, reviewed, void, image, duplicate)
                  select ?, * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::date[], ?::bigint[],
                                          ?::bigint[], ?::boolean[], ?::jsonb[], ?::text[])
                  """),
              town,
              fresh)
          .update();
    }
    if (!others.isEmpty()) {
      bind(
              sql.sql(
                  """
                  update record r set
                    area = n.area, state = n.state, opened_on = n.opened_on, version = n.version,
                    reviewed = n.reviewed, void = n.void, image = n.image, duplicate = n.duplicate
                  from (select ?::integer as town, * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[],
                          ?::date[], ?::bigint[], ?::bigint[], ?::boolean[], ?::jsonb[], ?::text[])
                        as u(id, ledger, area, state, opened_on, version, reviewed, void, image, duplicate)) n
                  where r.town = n.town and r.id = n.id
                  """),
              town,
              others)
          .update();
    }
  }

  private static JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec statement, Town town, List<Row> rows) {
    return statement
        .param(town.id())
        .param(column("bigint", rows, Row::id))
        .param(column("text", rows, Row::ledger))
        .param(column("text", rows, Row::area))
        .param(column("text", rows, Row::state))
        .param(column("text", rows, r -> text(r.openedOn())))
        .param(column("bigint", rows, Row::version))
        .param(column("bigint", rows, Row::reviewed))
        .param(column("boolean", rows, Row::voided))
        .param(column("text", rows, Row::image))
        .param(column("text", rows, Row::duplicate));
  }
}
