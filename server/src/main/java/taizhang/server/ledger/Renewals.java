package taizhang.server.ledger;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.entry.EntryKind;
import taizhang.books.figure.Posted;
import taizhang.books.pack.Pack;
import taizhang.books.pack.PackSource;
import taizhang.books.pack.Packs;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.succession.PackChange;
import taizhang.books.succession.Succession;
import taizhang.server.town.Town;

/**
 * The adoptions among what is appended. Those made together are judged together: each may need what
 * another brings. Asked while the town's chain is held, so that nothing is entered meanwhile.
 */
final class Renewals {

  private final Town town;
  private final TownRules rules;
  private final Stores stores;
  private final JdbcClient sql;

  Renewals(Town town, TownRules rules, Stores stores, JdbcClient sql) {
    this.town = town;
    this.rules = rules;
    this.stores = stores;
    this.sql = sql;
  }

  /** What stands that a new version would turn into something else. */
  List<Problem> problems(List<Draft> placed) {
    List<Problem> problems = new ArrayList<>();
    List<Draft> renewals = renewals(placed);
    if (renewals.isEmpty()) {
      return problems;
    }
    Packs next = next(placed);
    for (Draft renewal : renewals) {
      String name = renewal.image.text("pack");
      Pack before = rules.packs().pack(name);
      Pack after = next.pack(name);
      for (PackChange change :
          after == null ? List.<PackChange>of() : Succession.between(before, after)) {
        Usage use = change.what().turnsMeaning() ? Usage.of(town, change, sql) : Usage.NONE;
        if (use.count() > 0 && after != null) {
          problems.add(problem(after, change, use).in("yaml").at(renewal.index));
        }
      }
    }
    return problems;
  }

  /** What the new versions post: for each record, the difference between new rules and old. */
  List<Posted> postings(List<Draft> placed) {
    List<Posted> posted = new ArrayList<>();
    List<Draft> renewals = renewals(placed);
    if (!renewals.isEmpty()) {
      Packs next = next(placed);
      Recalibration recalibration = new Recalibration(town, rules, stores, sql);
      renewals.forEach(renewal -> posted.addAll(recalibration.postings(renewal, next)));
    }
    return posted;
  }

  private static List<Draft> renewals(List<Draft> placed) {
    return placed.stream()
        .filter(draft -> draft.ledger.code().equals(SystemLedger.ADOPTION))
        .filter(draft -> draft.submission.kind() != EntryKind.OPEN)
        .filter(draft -> !draft.submission.kind().silent())
        .toList();
  }

  private Packs next(List<Draft> placed) {
    List<PackSource> sources = rules.sources();
    for (Draft draft : placed) {
      if (draft.ledger.code().equals(SystemLedger.ADOPTION)) {
        sources = TownRulesStore.with(sources, TownRulesStore.source(draft.image));
      }
    }
    return stores.rules().packs(sources);
  }

  private static Problem problem(Pack pack, PackChange change, Usage use) {
    String title = change.title();
    int dot = title.indexOf(" · ");
    String ledger = dot < 0 ? title : title.substring(0, dot);
    String field = dot < 0 ? "" : title.substring(dot + 3);
    String said = change.was().isEmpty() ? String.join("、", change.keys()) : change.was();
    return switch (change.what()) {
      case CODES_GONE ->
          Problem.of(
              ProblemCode.CODE_IN_USE,
              pack.title(),
              ledger,
              field,
              said,
              use.count(),
              use.numbers());
      case STATES_GONE ->
          Problem.of(
              ProblemCode.STATE_IN_USE, pack.title(), ledger, said, use.count(), use.numbers());
      case INDICATOR_UNIT, INDICATOR_KIND ->
          Problem.of(
              ProblemCode.INDICATOR_IN_USE,
              pack.title(),
              title,
              change.what().title(),
              change.was(),
              change.now(),
              use.count());
      default ->
          Problem.of(
              ProblemCode.FIELD_IN_USE,
              pack.title(),
              ledger,
              field,
              change.what().title(),
              change.was(),
              change.now(),
              use.count(),
              use.numbers());
    };
  }
}
