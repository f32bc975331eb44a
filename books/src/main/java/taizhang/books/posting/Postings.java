package taizhang.books.posting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.History;
import taizhang.books.pack.PostingRule;

/**
 * The postings of a record by its entries: what is reviewed counts as approved, the rest of what
 * was submitted as pending. An append posts exactly the difference between the postings after and
 * before it; reversal, back-dating, re-dating, voiding and moving to another area need no case of
 * their own.
 */
public final class Postings {

  private Postings() {}

  /**
   * What a record's entries, in the order of seq, add up to.
   *
   * @param review true where the ledger asks for review
   */
  public static Map<StagedCell, Contribution> of(
      List<Entry> entries, List<PostingRule> rules, boolean review) {
    Map<StagedCell, Contribution> staged = new LinkedHashMap<>();
    if (rules.isEmpty()) {
      return staged;
    }
    int reviewed = review ? lastReview(entries) : entries.size();
    Map<Cell, Contribution> approved =
        contributions(History.fold(entries.subList(0, reviewed)), rules);
    approved.forEach((cell, sum) -> staged.put(new StagedCell(cell, Stage.APPROVED), sum));
    if (reviewed < entries.size()) {
      addRest(approved, contributions(History.fold(entries), rules), staged);
    }
    return staged;
  }

  private static Map<Cell, Contribution> contributions(History history, List<PostingRule> rules) {
    Map<Cell, Contribution> sums = new LinkedHashMap<>();
    Contributions.of(history, rules)
        .forEach((cell, amount) -> sums.put(cell, Contribution.of(cell, amount)));
    return sums;
  }

  private static int lastReview(List<Entry> entries) {
    for (int n = entries.size(); n > 0; n--) {
      if (entries.get(n - 1).kind() == EntryKind.REVIEW) {
        return n;
      }
    }
    return 0;
  }

  /** What the full history adds beyond what is approved, also where that takes something away. */
  private static void addRest(
      Map<Cell, Contribution> approved,
      Map<Cell, Contribution> full,
      Map<StagedCell, Contribution> staged) {
    difference(approved, full)
        .forEach((cell, rest) -> staged.put(new StagedCell(cell, Stage.PENDING), rest));
  }

  private static <K> Map<K, Contribution> difference(
      Map<K, Contribution> before, Map<K, Contribution> after) {
    Map<K, Contribution> rest = new LinkedHashMap<>();
    after.forEach(
        (cell, sum) -> rest.put(cell, sum.less(before.getOrDefault(cell, Contribution.NONE))));
    before.forEach((cell, sum) -> rest.putIfAbsent(cell, Contribution.NONE.less(sum)));
    rest.values().removeIf(Contribution::isNothing);
    return rest;
  }

  /**
   * The postings of one append.
   *
   * @param before what the record had posted
   * @param after what it must have posted
   * @param closedThrough last closed day; what belongs before or on it stands on the day after;
   *     null where nothing is closed
   */
  public static List<Posting> between(
      Map<StagedCell, Contribution> before,
      Map<StagedCell, Contribution> after,
      @Nullable LocalDate closedThrough) {
    List<Posting> postings = new ArrayList<>();
    difference(before, after)
        .forEach((cell, rest) -> postings.add(posting(cell, rest, closedThrough)));
    return postings;
  }

  private static Posting posting(
      StagedCell staged, Contribution rest, @Nullable LocalDate closedThrough) {
    LocalDate belongs = staged.cell().belongs();
    LocalDate on =
        closedThrough == null || belongs.isAfter(closedThrough)
            ? belongs
            : closedThrough.plusDays(1);
    return new Posting(staged.cell(), staged.stage(), on, rest.amount(), rest.mark());
  }
}
