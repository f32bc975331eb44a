package taizhang.server.ledger;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.pack.PostingRule;
import taizhang.books.succession.PackChange;
import taizhang.server.town.Town;

/**
 * How much of what stands a change of a pack is about.
 *
 * @param count live records that hold what changes; for an indicator, its postings
 * @param first the first of these records by number, a few
 */
public record Usage(long count, List<Long> first) {

  private static final int SHOWN = 5;

  /** Nothing. */
  static final Usage NONE = new Usage(0, List.of());

  public Usage {
    first = List.copyOf(first);
  }

  /** The first records, for telling. */
  public String numbers() {
    return first.stream().map(String::valueOf).collect(Collectors.joining("、"))
        + (count > first.size() ? " 等" : "");
  }

  /** Of a change; call inside the town's scope. */
  public static Usage of(Town town, PackChange change, JdbcClient sql) {
    String field = change.field() == null ? "" : change.field();
    String[] keys = change.keys().toArray(String[]::new);
    return switch (change.what()) {
      case CODES_GONE, CODES_ENDED ->
          records(town, change, "image ->> :field = any(:keys)", field, keys, sql);
      case STATES_GONE ->
          records(town, change, "state = any(:keys) and :field = ''", field, keys, sql);
      case LEDGER_GONE, REVIEW ->
          records(town, change, ":field = '' and :keys is not null", field, keys, sql);
      case FIELD_GONE, TYPE, UNIT, REFERENCE, UNSEALED, SEALED ->
          records(
              town, change, "image ->> :field is not null and :keys is not null", field, keys, sql);
      case FIELD_REQUIRED ->
          records(
              town,
              change,
              "coalesce(image ->> :field, '') = '' and :keys is not null",
              field,
              keys,
              sql);
      case INDICATOR_GONE, INDICATOR_UNIT, INDICATOR_KIND -> postings(town, change, sql);
      default -> NONE;
    };
  }

  private static Usage records(
      Town town, PackChange change, String where, String field, String[] keys, JdbcClient sql) {
    String live = " from record where town = :town and ledger = :ledger and not void and " + where;
    long count =
        bound(sql.sql("select count(*)" + live), town, change, field, keys)
            .query((row, n) -> row.getLong(1))
            .single();
    List<Long> first =
        count == 0
            ? List.of()
            : bound(
                    sql.sql("select id" + live + " order by id limit " + SHOWN),
                    town,
                    change,
                    field,
                    keys)
                .query((row, n) -> row.getLong(1))
                .list();
    return new Usage(count, first);
  }

  private static JdbcClient.StatementSpec bound(
      JdbcClient.StatementSpec statement,
      Town town,
      PackChange change,
      String field,
      String[] keys) {
    return statement
        .param("town", town.id())
        .param("ledger", change.code())
        .param("field", field)
        .param("keys", keys);
  }

  private static Usage postings(Town town, PackChange change, JdbcClient sql) {
    return sql.sql("select count(*) from posting where town = ? and indicator in (?, ?)")
        .param(town.id())
        .param(change.code())
        .param(change.code() + PostingRule.TARGET)
        .query((row, n) -> new Usage(row.getLong(1), List.of()))
        .single();
  }
}
