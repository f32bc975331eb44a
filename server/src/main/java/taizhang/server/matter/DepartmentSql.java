package taizhang.server.matter;

import java.util.List;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.TownRules;

/**
 * The department that deals with a record, in SQL over records aliased {@code r}: the one that its
 * lifecycle calls by a field, else the one that keeps its ledger. Codes and fields are the packs'
 * own names; quotes in departments are doubled.
 */
final class DepartmentSql {

  private DepartmentSql() {}

  /** Over records of several ledgers. */
  static String of(TownRules town, List<Ledger> ledgers) {
    StringBuilder text = new StringBuilder("case r.ledger");
    for (Ledger ledger : ledgers) {
      text.append(" when '").append(ledger.code()).append("' then ").append(of(town, ledger));
    }
    return ledgers.isEmpty() ? "''" : text.append(" end").toString();
  }

  /** Over records of one ledger. */
  static String of(TownRules town, Ledger ledger) {
    String own = "'" + town.owner(ledger).replace("'", "''") + "'";
    return Subject.department(ledger)
        .map(field -> "coalesce(nullif(r.image ->> '" + field + "', ''), " + own + ")")
        .orElse(own);
  }
}
