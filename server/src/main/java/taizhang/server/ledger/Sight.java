package taizhang.server.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.access.Clearance;
import taizhang.books.access.Reach;
import taizhang.books.access.Right;

/**
 * The predicate of access in SQL, over a table with the columns {@code ledger} and {@code area}.
 * Whoever asks for rows on behalf of a person puts it into the where clause.
 *
 * @param where a condition in parentheses; {@code false} where the person may see nothing
 * @param params what it refers to by name
 */
public record Sight(String where, Map<String, Object> params) {

  public Sight {
    params = Map.copyOf(params);
  }

  /** What a person may do this to, in a table under an alias. */
  public static Sight of(Clearance who, Right right, String alias) {
    return of(who, right, alias + ".ledger", alias + ".area");
  }

  /** The same where the two columns stand in different tables. */
  public static Sight of(Clearance who, Right right, String ledgerColumn, String areaColumn) {
    List<String> parts = new ArrayList<>();
    Map<String, Object> params = new HashMap<>();
    for (Reach reach : who.reach(right)) {
      int n = parts.size();
      params.put("sight_ledgers_" + n, reach.ledgers().toArray(String[]::new));
      String ledgers = ledgerColumn + " = any(:sight_ledgers_" + n + ")";
      if (reach.everywhere()) {
        parts.add(ledgers);
      } else {
        params.put("sight_areas_" + n, reach.areas().toArray(String[]::new));
        parts.add("(" + ledgers + " and " + areaColumn + " = any(:sight_areas_" + n + "))");
      }
    }
    return new Sight(parts.isEmpty() ? "false" : "(" + String.join(" or ", parts) + ")", params);
  }

  /** A statement with what the condition refers to. */
  public JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
    return statement.params(params);
  }
}
