package taizhang.server.report;

import java.util.List;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.books.access.Right;
import taizhang.books.access.Role;
import taizhang.books.pack.Lifecycle;
import taizhang.books.pack.Who;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Author;

/**
 * What a person may see and do of a town's report. Whoever reads the town's affairs as a whole on
 * its behalf sees the draft and every version; who looks in from a village or as a reader sees what
 * was made public. The office writes all of it, a department the paragraphs it was asked for.
 *
 * @param who the person's clearance in the town
 */
public record Readership(Clearance who) {

  /** True where the person sees the draft and what is not public yet. */
  public boolean drafts() {
    return who.readsTown()
        && (writes() || who.posts().stream().anyMatch(post -> post.role().grants(Right.DRAFTS)));
  }

  /** True where the person writes the whole report: edits, assigns, circulates. */
  public boolean writes() {
    return who.may(Right.REPORT);
  }

  /** True where the person may write a paragraph: all of them, or those asked of a department. */
  public boolean edits(Dossier dossier, String paragraph) {
    return writes()
        || dossier.assignments().stream()
            .anyMatch(a -> a.paragraph().equals(paragraph) && a.open() && answersFor(a));
  }

  /**
   * The person as an author of the report's entries. The report's own rules have admitted the
   * person by then: a paragraph is asked of a department, a comment of whoever reads the draft, a
   * move of the posts its declaration names. No other way leads to these ledgers.
   */
  public Author author() {
    return Author.operator(who.login());
  }

  /** True where the person works for the department that was asked. */
  public boolean answersFor(Assignment assignment) {
    return who.posts().stream()
        .filter(post -> post.role() == Role.DEPARTMENT)
        .map(Post::department)
        .anyMatch(own -> own.isEmpty() || own.equals(assignment.department()));
  }

  /** True where the declaration of a move lets the person make it; without one, who writes. */
  public boolean moves(Lifecycle.Move move) {
    List<Who> by = move.by();
    return by.isEmpty() || operates() ? writes() : by.stream().anyMatch(this::holds);
  }

  private boolean holds(Who one) {
    return who.posts().stream().anyMatch(post -> post.role().code().equals(one.role()));
  }

  private boolean operates() {
    return who.posts().isEmpty();
  }

  /** Refuses whoever may not see drafts. */
  public void mustDraft() {
    if (!drafts()) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "查阅未公开的报告", "read a report that is not public");
    }
  }

  /** Refuses whoever does not write the report. */
  public void mustWrite() {
    if (!writes()) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "办理政府工作报告", "write the report");
    }
  }
}
