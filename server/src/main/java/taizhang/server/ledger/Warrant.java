package taizhang.server.ledger;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Image;
import taizhang.books.entry.Submission;
import taizhang.books.matter.Doer;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;

/**
 * Whether an author may append an entry. The one place where the right to write is asked: pages,
 * tables and machines all come through it.
 */
record Warrant(Author author, TownRules rules) {

  private static final Set<EntryKind> JUDGING = Set.of(EntryKind.REVIEW, EntryKind.RETURN);

  /** True where the author may refer to a record. */
  boolean sees(Ledger ledger, @Nullable String area) {
    Clearance who = author.who();
    return who == null || who.may(Right.READ, ledger, area);
  }

  /** True where the author may read a matter. */
  boolean sees(Ledger ledger, Image image, @Nullable String area) {
    Clearance who = author.who();
    return who == null || rules.reads(who, ledger, image, area);
  }

  /** True where the author is one whom a matter names as dealing with it. */
  boolean handles(Ledger ledger, Image image, @Nullable String area) {
    Clearance who = author.who();
    return who != null
        && ledger.lifecycle() != null
        && new Doer(who, rules.areas())
            .addressed(ledger.lifecycle(), rules.matter(ledger, image, area));
  }

  /** Why an entry is not the author's to make; null where it is. */
  @Nullable Problem refusal(Draft draft, RecordWork work) {
    Clearance who = author.who();
    if (who == null) {
      return null;
    }
    Submission s = draft.submission;
    boolean opens = s.kind() == EntryKind.OPEN;
    if (opens && draft.beside) {
      return null;
    }
    String area = opens ? s.area() : work.area();
    if (!opens && !rules.reads(who, work.ledger, work.image(), area)) {
      return Problem.of(ProblemCode.UNKNOWN_RECORD, work.id);
    }
    MatterWarrant.Said said = new MatterWarrant(who, rules).about(draft, work);
    if (said.problem() != null || said.answer() == MatterWarrant.Answer.YES) {
      return said.problem();
    }
    Right right = JUDGING.contains(s.kind()) ? Right.REVIEW : Right.WRITE;
    boolean elsewhere = s.area() != null && !who.may(right, work.ledger, s.area());
    if (elsewhere || !who.may(right, work.ledger, area)) {
      return notAllowed(right, work.ledger, elsewhere);
    }
    boolean own =
        right == Right.REVIEW && work.unreviewed().anyMatch(e -> e.by().equals(who.login()));
    return own ? Problem.of(ProblemCode.OWN_ENTRY) : null;
  }

  private static Problem notAllowed(Right right, Ledger ledger, boolean elsewhere) {
    boolean review = right == Right.REVIEW;
    String chinese = (review ? "审核" : elsewhere ? "在所选区域登记" : "登记") + "“" + ledger.title() + "”";
    Problem problem = Problem.of(ProblemCode.NOT_ALLOWED, chinese);
    return elsewhere ? problem.in("area") : problem;
  }
}
