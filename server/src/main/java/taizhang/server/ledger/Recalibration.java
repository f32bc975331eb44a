package taizhang.server.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.entry.Entry;
import taizhang.books.figure.Posted;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Pack;
import taizhang.books.pack.Packs;
import taizhang.books.pack.PostingRule;
import taizhang.books.posting.Contribution;
import taizhang.books.posting.Posting;
import taizhang.books.posting.Postings;
import taizhang.books.posting.StagedCell;
import taizhang.server.town.Town;

/**
 * What the adoption of a pack posts: for each record of its ledgers, the difference between the new
 * rules and the old.
 */
final class Recalibration {

  private static final int PAGE = 2000;

  private final Town town;
  private final TownRules rules;
  private final Stores stores;
  private final JdbcClient sql;

  Recalibration(Town town, TownRules rules, Stores stores, JdbcClient sql) {
    this.town = town;
    this.rules = rules;
    this.stores = stores;
    this.sql = sql;
  }

  List<Posted> postings(Draft adoption, Packs next) {
    String pack = adoption.image.text("pack");
    List<Posted> posted = new ArrayList<>();
    for (Pack adopted : rules.packs().packs()) {
      if (adopted.name().equals(pack)) {
        for (Ledger old : adopted.ledgers().values()) {
          Ledger renewed = next.ledger(old.code());
          if (!postsAlike(old, renewed)) {
            ledger(adoption.placed().seq(), old, renewed, posted);
          }
        }
      }
    }
    return posted;
  }

  private static boolean postsAlike(Ledger old, @Nullable Ledger renewed) {
    List<PostingRule> rules = renewed == null ? List.of() : renewed.post();
    boolean review = renewed != null && renewed.review();
    return old.post().equals(rules) && (rules.isEmpty() || old.review() == review);
  }

  private void ledger(long seq, Ledger old, @Nullable Ledger renewed, List<Posted> posted) {
    long after = 0;
    List<Long> page;
    do {
      page = page(old.code(), after);
      Map<Long, List<Entry>> histories = stores.entries().histories(town, page.toArray(), sql);
      for (Long record : page) {
        List<Entry> entries = histories.getOrDefault(record, List.of());
        var before = Postings.of(entries, old.post(), old.review());
        var wanted =
            renewed == null
                ? Map.<StagedCell, Contribution>of()
                : Postings.of(entries, renewed.post(), renewed.review());
        for (Posting p : Postings.between(before, wanted, rules.closedThrough(old.pack()))) {
          posted.add(new Posted(seq, record, p));
        }
        after = record;
      }
    } while (page.size() == PAGE);
  }

  private List<Long> page(String ledger, long after) {
    return sql.sql(
            "select id from record where town = ? and ledger = ? and id > ? order by id limit ?")
        .param(town.id())
        .param(ledger)
        .param(after)
        .param(PAGE)
        .query((row, n) -> row.getLong(1))
        .list();
  }
}
