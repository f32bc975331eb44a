package taizhang.books.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  public static Map<StagedCell, BigDecimal> of(
      List<Entry> entries, List<PostingRule> rules, boolean review) {
    Map<StagedCell, BigDecimal> staged = new LinkedHashMap<>();
    if (rules.isEmpty()) {
      return staged;
    }
    int reviewed = review ? lastReview(entries) : entries.size();
    Map<Cell, BigDecimal> approved =
        Contributions.of(History.fold(entries.subList(0, reviewed)), rules);
    approved.forEach((cell, amount) -> staged.put(new StagedCell(cell, Stage.APPROVED), amount));
    if (reviewed < entries.size()) {
      addPending(staged, approved, Contributions.of(History.fold(entries), rules));
    }
    return staged;
  }

  private static int lastReview(List<Entry> entries) {
    for (int n = entries.size(); n > 0; n--) {
      if (entries.get(n - 1).kind() == EntryKind.REVIEW) {
        return n;
      }
    }
    return 0;
  }

  private static void addPending(
      Map<StagedCell, BigDecimal> staged,
      Map<Cell, BigDecimal> approved,
      Map<Cell, BigDecimal> full) {
    full.forEach((cell, amount) -> {
      BigDecimal counted = approved.get(cell);
      if (cell.stated()) {
        if (counted == null || counted.compareTo(amount) != 0) {
          staged.put(new StagedCell(cell, Stage.PENDING), amount);
        }
      } else {
        pend(staged, cell, counted == null ? amount : amount.subtract(counted));
      }
    });
    approved.forEach((cell, amount) -> {
      if (!cell.stated() && !full.containsKey(cell)) {
        pend(staged, cell, amount.negate());
      }
    });
  }

  private static void pend(Map<StagedCell, BigDecimal> staged, Cell cell, BigDecimal rest) {
    if (rest.signum() != 0) {
      staged.put(new StagedCell(cell, Stage.PENDING), rest);
    }
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
      Map<StagedCell, BigDecimal> before,
      Map<StagedCell, BigDecimal> after,
      @Nullable LocalDate closedThrough) {
    List<Posting> postings = new ArrayList<>();
    after.forEach((cell, amount) -> {
      BigDecimal posted = before.get(cell);
      BigDecimal rest = posted == null ? amount : amount.subtract(posted);
      boolean appears = cell.cell().stated() && posted == null;
      if (rest.signum() != 0 || appears) {
        postings.add(posting(cell, rest, appears ? 1 : 0, closedThrough));
      }
    });
    before.forEach((cell, amount) -> {
      if (!after.containsKey(cell)) {
        int mark = cell.cell().stated() ? -1 : 0;
        postings.add(posting(cell, amount.negate(), mark, closedThrough));
      }
    });
    return postings;
  }

  private static Posting posting(
      StagedCell staged, BigDecimal amount, int mark, @Nullable LocalDate closedThrough) {
    LocalDate belongs = Objects.requireNonNull(staged.cell().belongs());
    LocalDate on =
        closedThrough == null || belongs.isAfter(closedThrough)
            ? belongs
            : closedThrough.plusDays(1);
    return new Posting(staged.cell(), staged.stage(), on, amount, mark);
  }
}
