package taizhang.server.browse;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;

/** What records come to, in SQL. */
final class Aggregates {

  private Aggregates() {}

  /** The columns of a select list: how many, how many of them wait, and the sums. */
  static String sql(Ledger ledger, List<Field> summed) {
    StringBuilder list = new StringBuilder("count(*) as n, ");
    list.append(ledger.review() ? "count(*) filter (where r.reviewed < r.version)" : "0::bigint");
    list.append(" as waiting");
    for (int i = 0; i < summed.size(); i++) {
      list.append(", sum(").append(Columns.number(summed.get(i))).append(") as s").append(i);
    }
    return list.toString();
  }

  /** Reads what {@link #sql} asks for. */
  static Totals read(ResultSet row, List<Field> summed) throws SQLException {
    Map<String, BigDecimal> sums = new HashMap<>();
    for (int i = 0; i < summed.size(); i++) {
      BigDecimal sum = row.getBigDecimal("s" + i);
      sums.put(summed.get(i).name(), sum == null ? BigDecimal.ZERO : sum);
    }
    return new Totals(row.getLong("n"), row.getLong("waiting"), sums);
  }
}
