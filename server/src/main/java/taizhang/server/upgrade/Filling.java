package taizhang.server.upgrade;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Towns;

/**
 * Fills in, for records that stand, what a new version of a pack derives: by formula, by band, from
 * the records below. Goes record by record and looks whether it says so already, so that a run that
 * broke off goes on where it was when it is begun again.
 */
@Service
public class Filling {

  private final Towns towns;
  private final Rules rules;
  private final Records records;
  private final Entries entries;

  Filling(Towns towns, Rules rules, Records records, Entries entries) {
    this.towns = towns;
    this.rules = rules;
    this.records = records;
    this.entries = entries;
  }

  /** Hears how far it is. */
  public interface Listener {
    /**
     * So many records were looked at.
     *
     * @param done of them so far
     * @param total of all there are
     */
    void at(long done, long total);
  }

  /**
   * What came of it.
   *
   * @param records looked at
   * @param entries made
   * @param left numbers of records that were left because, as they stand, they are not accepted by
   *     what is declared now
   */
  public record Filled(long records, long entries, List<Long> left) {
    public Filled {
      left = List.copyOf(left);
    }
  }

  /** How many records have fields that follow from others, in packs that were adopted anew. */
  public long concerned(String town) {
    return ledgers(town).stream().mapToLong(ledger -> records.count(town, ledger.code())).sum();
  }

  /** Fills in all of a town. What the listener throws ends it; what was filled in stays. */
  public Filled fill(String town, Author author, Listener listener) {
    long total = concerned(town);
    long done = 0;
    long made = 0;
    List<Long> left = new ArrayList<>();
    for (Ledger ledger : ledgers(town)) {
      long after = 0;
      List<Long> piece;
      do {
        piece = records.ids(town, ledger.code(), Entries.PIECE, after);
        made += follow(town, author, piece, left);
        done += piece.size();
        after = piece.isEmpty() ? after : piece.getLast();
        listener.at(done, total);
      } while (piece.size() == Entries.PIECE);
    }
    return new Filled(done, made, left);
  }

  private int follow(String town, Author author, List<Long> piece, List<Long> left) {
    if (piece.isEmpty()) {
      return 0;
    }
    try {
      return entries.follow(town, author, piece);
    } catch (Refusal refusal) {
      if (piece.size() == 1) {
        left.add(piece.getFirst());
        return 0;
      }
      int made = 0;
      for (Long record : piece) {
        made += follow(town, author, List.of(record), left);
      }
      return made;
    }
  }

  private List<Ledger> ledgers(String town) {
    TownRules now = rules.of(towns.find(town));
    return now.packs().packs().stream()
        .filter(pack ->
            !java.util.Objects.equals(
                now.adopted().get(pack.name()), now.adoptionRecords().get(pack.name())))
        .flatMap(pack -> pack.ledgers().values().stream())
        .filter(ledger -> ledger.fields().values().stream().anyMatch(f -> f.derivation() != null))
        .toList();
  }
}
