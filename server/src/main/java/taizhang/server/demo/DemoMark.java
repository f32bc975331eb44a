package taizhang.server.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;

/**
 * Whether a town's books are a demonstration; every page and file of them then says 演示数据. The books
 * say so themselves: who made their first entry is on the chain and stays there.
 */
@Component
public class DemoMark {

  /** Who enters the demonstration. */
  public static final String AUTHOR = TownRules.DEMONSTRATION;

  private static final long FIRST = 1;

  private final Towns towns;
  private final Records records;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  DemoMark(Towns towns, Records records) {
    this.towns = towns;
    this.records = records;
  }

  /** True for a town of the demonstration; false also for a town that is not there. */
  public boolean on(String town) {
    Boolean mark = known.get(town);
    if (mark != null) {
      return mark;
    }
    try {
      boolean found = records.find(town, FIRST).entries().getFirst().by().equals(AUTHOR);
      known.put(town, found);
      return found;
    } catch (Refusal e) {
      return false;
    }
  }

  /** True where any town is of the demonstration. */
  public boolean any() {
    return towns.all().stream().map(Town::code).anyMatch(this::on);
  }
}
