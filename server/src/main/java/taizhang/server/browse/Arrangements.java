package taizhang.server.browse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.pack.Field;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;

/** The records of a selection arranged by what they have in common: boards, calendars, maps. */
@Service
public class Arrangements {

  private static final String LEADING =
      """
      %s, ranked.key from record r join (
        select r.id, %s as key, row_number() over (partition by %s order by r.id desc) as n
        from record r where %s) ranked on ranked.id = r.id
      where r.town = :town and ranked.n <= %d order by r.id desc
      """;

  private final Looking looking;

  Arrangements(Looking looking) {
    this.looking = looking;
  }

  /** The records of a selection by what they have in common, as {@link Order#by()} names it. */
  public List<Group> groups(Clearance who, Selection selection, String by) {
    return looking.within(
        who,
        selection,
        (where, sql) -> {
          String text = key(where, by) + "::text";
          List<Field> summed = where.ledger().totals();
          return where
              .bind(
                  sql.sql(
                      "select "
                          + Aggregates.sql(where.ledger(), summed)
                          + ", "
                          + text
                          + " as key from record r where "
                          + where.sql()
                          + " group by key order by key"))
              .query((row, n) -> new Group(row.getString("key"), Aggregates.read(row, summed)))
              .list();
        });
  }

  /** The newest records of each group, at most some of each. */
  public Map<String, List<RecordRow>> leading(
      Clearance who, Selection selection, String by, int each) {
    return looking.within(
        who,
        selection,
        (where, sql) -> {
          String key = key(where, by);
          Map<String, List<RecordRow>> leading = new HashMap<>();
          where
              .bind(sql.sql(LEADING.formatted(RecordRows.COLUMNS, key, key, where.sql(), each)))
              .query(
                  (RowCallbackHandler)
                      row ->
                          leading
                              .computeIfAbsent(row.getString("key"), k -> new ArrayList<>())
                              .add(RecordRows.read(row)));
          return leading;
        });
  }

  private static String key(Where where, String by) {
    return by.startsWith("@")
        ? where.columns().key(new Order(by, false)).sql()
        : "coalesce(" + Columns.text(where.columns().open(by)) + ", '')";
  }
}
