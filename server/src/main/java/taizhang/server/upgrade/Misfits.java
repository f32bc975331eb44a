package taizhang.server.upgrade;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Packs;
import taizhang.books.refusal.Problem;
import taizhang.books.succession.Fit;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Towns;

/**
 * Records that no longer fit what is declared now: told in numbers to whoever sets the town up, one
 * by one to whoever may read them.
 */
@Service
public class Misfits {

  private final Towns towns;
  private final Rules rules;
  private final RecordRows rows;

  Misfits(Towns towns, Rules rules, RecordRows rows) {
    this.towns = towns;
    this.rules = rules;
    this.rows = rows;
  }

  /**
   * The ledgers that have such records.
   *
   * @param most how many records of each are told one by one
   */
  public List<Unfit> of(Clearance who, int most) {
    TownRules now = rules.of(towns.find(who.town()));
    return of(who, now, now.packs(), concerned(now), most);
  }

  /** The records of some ledgers held against packs that are not adopted yet. */
  List<Unfit> of(Clearance who, TownRules now, Packs packs, Collection<Ledger> ledgers, int most) {
    Fit fit = new Fit(packs);
    Clearance counts = who.may(Right.SET_UP) ? now.operator(who.town()) : who;
    List<Unfit> unfit = new ArrayList<>();
    for (Ledger ledger : ledgers) {
      Sifted sifted = new Sifted(most);
      rows.each(
          counts,
          ledger.code(),
          row -> {
            List<Problem> problems = fit.of(ledger.code(), row.image(), row.state());
            if (!problems.isEmpty()) {
              boolean reads = counts == who || who.may(Right.READ, ledger, row.area());
              sifted.add(new Unfit.Found(row, problems), reads);
            }
          });
      if (sifted.count + sifted.kept > 0) {
        unfit.add(new Unfit(ledger, sifted.count, sifted.kept, sifted.first()));
      }
    }
    return unfit;
  }

  /**
   * The ledgers in which a record can be out of fit: those of packs that were adopted anew, those
   * gone, and those that name indicators.
   */
  private static Collection<Ledger> concerned(TownRules now) {
    Set<Ledger> ledgers = new LinkedHashSet<>();
    now.packs()
        .packs()
        .forEach(pack -> {
          boolean renewed =
              !java.util.Objects.equals(
                  now.adopted().get(pack.name()), now.adoptionRecords().get(pack.name()));
          pack.ledgers().values().stream()
              .filter(ledger -> renewed || names(ledger))
              .forEach(ledgers::add);
        });
    ledgers.addAll(now.packs().former());
    return ledgers;
  }

  /** True where its records name indicators. */
  static boolean names(Ledger ledger) {
    return ledger.fields().values().stream().anyMatch(f -> f.type() == FieldType.INDICATOR);
  }

  private static final class Sifted {
    private final int most;
    private final List<Unfit.Found> mend = new ArrayList<>();
    private final List<Unfit.Found> keep = new ArrayList<>();
    private long count;
    private long kept;

    Sifted(int most) {
      this.most = most;
    }

    void add(Unfit.Found found, boolean reads) {
      boolean rests = found.problems().stream().allMatch(Fit::kept);
      count += rests ? 0 : 1;
      kept += rests ? 1 : 0;
      List<Unfit.Found> list = rests ? keep : mend;
      if (reads && list.size() < most) {
        list.add(found);
      }
    }

    List<Unfit.Found> first() {
      List<Unfit.Found> all = new ArrayList<>(mend);
      all.addAll(keep);
      return all.subList(0, Math.min(most, all.size()));
    }
  }
}
