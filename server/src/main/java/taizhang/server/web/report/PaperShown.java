package taizhang.server.web.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.server.ledger.TownRules;
import taizhang.server.report.Assignment;
import taizhang.server.report.Comment;
import taizhang.server.report.Composition;
import taizhang.server.report.Dossier;
import taizhang.server.report.Pinned;
import taizhang.server.report.Proofs;
import taizhang.server.report.Readership;
import taizhang.server.report.Unsourced;
import taizhang.server.report.VersionHead;
import taizhang.server.web.Labels;

/**
 * A report on the screen.
 *
 * @param at where it stands
 * @param who what its reader may see and do
 * @param version the circulated version shown, null for the draft as it reads now
 * @param marks what the checker found; none for readers of the public version
 */
public record PaperShown(
    Address at,
    Readership who,
    TownRules rules,
    Dossier dossier,
    Composition report,
    @Nullable Pinned version,
    List<Proofs.Mark> marks) {

  public PaperShown {
    marks = List.copyOf(marks);
  }

  /** Day and place in the books its numbers were read at. */
  public String asOf() {
    return Labels.day(report.day()) + "，至第" + report.seq() + "号登记";
  }

  /** What is shown: 第2稿 · 征求意见; the draft where there is none. */
  public String stage() {
    return version == null
        ? "草稿 · 此刻"
        : "第" + version.number() + "稿 · " + dossier.title(version.state());
  }

  /** What a version is called. */
  public String stage(VersionHead head) {
    return "第" + head.number() + "稿 · " + dossier.title(head.state());
  }

  /** True where its reader works on it: the draft itself, with all that stands beside it. */
  public boolean working() {
    return version == null && who.drafts();
  }

  /** True where the reader may write a paragraph here. */
  public boolean edits(String paragraph) {
    return working() && who.edits(dossier, paragraph);
  }

  /** What the checker found in a paragraph and nobody has answered. */
  public List<Proofs.Mark> open(String paragraph) {
    return marks.stream().filter(m -> m.open() && m.paragraph().equals(paragraph)).toList();
  }

  /** All that the checker found in a paragraph. */
  public List<Proofs.Mark> marks(String paragraph) {
    return marks.stream().filter(m -> m.paragraph().equals(paragraph)).toList();
  }

  /** Findings nobody has answered. */
  public List<Proofs.Mark> openMarks() {
    return marks.stream().filter(Proofs.Mark::open).toList();
  }

  public boolean errors(String paragraph) {
    return open(paragraph).stream().anyMatch(Proofs.Mark::error);
  }

  /** Threads about a paragraph that wait for somebody. */
  public long talks(String paragraph) {
    return dossier.threads(paragraph).stream().filter(Comment::open).count();
  }

  /** All threads that wait for somebody. */
  public long talks() {
    return dossier.comments().stream().filter(Comment::open).count();
  }

  /** Numbers typed in a paragraph. */
  public List<Unsourced> typed(String paragraph) {
    return report.unsourced().stream().filter(u -> u.paragraph().equals(paragraph)).toList();
  }

  /** How a person is called. */
  public String name(String login) {
    return rules.nameOf(login);
  }

  /** What the state of an assignment is called, with the light of its due day. */
  public static String state(Assignment assignment) {
    return switch (assignment.state()) {
      case "drafted" -> "已起草";
      case "confirmed" -> "已确认";
      default -> "待起草";
    };
  }

  /** Where a paragraph stands: 开头, 第二部分第1段. */
  public String place(String paragraph) {
    return Places.of(report.outline(), paragraph);
  }
}
