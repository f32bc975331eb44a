package taizhang.server.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.books.entry.Entry;
import taizhang.books.entry.Value;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.RecordEntries;

/**
 * Writes the draft, one paragraph at a time. Every save is an entry of its writer on the record of
 * the draft; people at different paragraphs do not hinder each other.
 */
@Service
public class Drafting {

  private static final int TRIES = 4;
  private static final int LONGEST = 4000;

  private final Dossiers dossiers;
  private final Reports reports;
  private final RecordEntries history;

  Drafting(Dossiers dossiers, Reports reports, RecordEntries history) {
    this.dossiers = dossiers;
    this.reports = reports;
    this.history = history;
  }

  /**
   * Writes a paragraph anew; an empty line in the text begins a new one after it.
   *
   * @param seenLead its run-in heading as the writer saw it
   * @param seenText its text as the writer saw it
   * @throws StaleParagraph where it reads otherwise by now
   * @throws Refusal where the person may not write it, or the text cannot be read
   */
  public void rewrite(
      Readership who,
      int year,
      String paragraph,
      String seenLead,
      String seenText,
      String lead,
      String text) {
    if (OutlineWriter.oneLine(text).isEmpty()) {
      throw Refusal.of(ProblemCode.MISSING_FIELD, "段落文字");
    }
    if (text.length() > LONGEST) {
      throw Refusal.of(ProblemCode.TOO_LONG, "段落文字", LONGEST, text.length());
    }
    write(
        who,
        year,
        paragraph,
        seenLead,
        seenText,
        "修改段落" + paragraph,
        outline -> OutlineEdit.rewrite(outline, paragraph, lead, text));
  }

  /** Takes a paragraph out; its history stays, and with it the way back. */
  public void remove(Readership who, int year, String paragraph, String seenLead, String seenText) {
    who.mustWrite();
    write(
        who,
        year,
        paragraph,
        seenLead,
        seenText,
        "删去段落" + paragraph,
        outline -> OutlineEdit.without(outline, paragraph));
  }

  /** Writes a paragraph as an earlier entry left it. */
  public void restore(Readership who, int year, String paragraph, long seq) {
    Dossier dossier = dossiers.open(who.who().town(), year);
    Outline.Paragraph now = Dossiers.paragraph(dossier, paragraph);
    ParagraphEdition edition =
        editions(who.who().town(), dossier.draft(), paragraph).stream()
            .filter(e -> e.seq() == seq && !e.text().isEmpty())
            .findFirst()
            .orElseThrow(
                () -> Refusal.of(ProblemCode.UNKNOWN_FACT, "第" + seq + "号登记的段落", "请从修改记录里选"));
    rewrite(who, year, paragraph, now.lead(), now.source(), edition.lead(), edition.text());
  }

  /**
   * A paragraph that was taken out.
   *
   * @param id its mark
   * @param edition how it read last; who took it out and when
   * @param before marks of those that stood before it
   */
  public record Removed(String id, ParagraphEdition edition, List<String> before) {}

  /** The paragraphs that were taken out of a draft, the latest first. */
  public List<Removed> removed(String town, Draft draft) {
    Set<String> standing = OutlineEdit.marks(draft.outline());
    Map<String, Removed> gone = new LinkedHashMap<>();
    Outline last = null;
    for (Entry entry : entries(town, draft)) {
      Value text = entry.patch().get("outline");
      if (text != null) {
        Outline next = OutlineReader.read("报告文稿", text.asText());
        if (last != null) {
          note(last, next, entry, gone);
        }
        last = next;
      }
    }
    gone.keySet().removeAll(standing);
    return List.copyOf(gone.values()).reversed();
  }

  private static void note(Outline last, Outline next, Entry entry, Map<String, Removed> gone) {
    Set<String> left = OutlineEdit.marks(next);
    List<String> before = new ArrayList<>();
    for (Outline.Paragraph paragraph : last.paragraphs()) {
      if (!left.contains(paragraph.id())) {
        gone.remove(paragraph.id());
        gone.put(
            paragraph.id(),
            new Removed(
                paragraph.id(),
                new ParagraphEdition(
                    entry.seq(), entry.by(), entry.at(), paragraph.lead(), paragraph.source(), ""),
                List.copyOf(before)));
      }
      before.add(paragraph.id());
    }
  }

  /** Puts a paragraph back that was taken out. */
  public void putBack(Readership who, int year, String paragraph) {
    who.mustWrite();
    Dossier dossier = dossiers.open(who.who().town(), year);
    Removed found =
        removed(who.who().town(), dossier.draft()).stream()
            .filter(gone -> gone.id().equals(paragraph))
            .findFirst()
            .orElseThrow(
                () -> Refusal.of(ProblemCode.UNKNOWN_FACT, "删去的段落" + paragraph, "请从版本栏里选"));
    Outline.Paragraph back =
        OutlineEdit.paragraph(paragraph, found.edition().lead(), found.edition().text());
    Outline next = OutlineEdit.putBack(dossier.draft().outline(), back, found.before());
    reports.save(dossier.draft(), next, who.author(), "放回段落" + paragraph);
  }

  private List<Entry> entries(String town, Draft draft) {
    return history.of(town, List.of(draft.record())).getOrDefault(draft.record(), List.of());
  }

  private void write(
      Readership who,
      int year,
      String paragraph,
      String seenLead,
      String seenText,
      String reason,
      Function<Outline, Outline> change) {
    for (int attempt = 1; ; attempt++) {
      Dossier dossier = dossiers.open(who.who().town(), year);
      check(who, dossier, paragraph, seenLead, seenText);
      Outline next = change.apply(dossier.draft().outline());
      if (next.paragraphs().equals(dossier.draft().outline().paragraphs())) {
        return;
      }
      try {
        reports.save(dossier.draft(), next, who.author(), reason);
        return;
      } catch (Refusal refusal) {
        if (refusal.code() != ProblemCode.STALE_VERSION || attempt == TRIES) {
          throw refusal;
        }
      }
    }
  }

  private static void check(
      Readership who, Dossier dossier, String paragraph, String seenLead, String seenText) {
    if (!who.edits(dossier, paragraph)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "修改这一段", "write this paragraph");
    }
    Outline.Paragraph now = dossier.draft().outline().paragraph(paragraph);
    if (now == null || !now.lead().equals(seenLead) || !now.source().equals(seenText)) {
      throw new StaleParagraph(now == null ? "" : now.lead(), now == null ? "" : now.source());
    }
  }

  /** How a paragraph came to read as it does, newest first. */
  public List<ParagraphEdition> editions(String town, Draft draft, String paragraph) {
    List<Entry> entries = entries(town, draft);
    List<ParagraphEdition> editions = new ArrayList<>();
    ParagraphEdition last = null;
    for (Entry entry : entries) {
      Value outline = entry.patch().get("outline");
      if (outline != null) {
        ParagraphEdition edition = edition(entry, outline.asText(), paragraph);
        if (changed(last, edition)) {
          editions.addFirst(edition);
          last = edition;
        }
      }
    }
    return editions;
  }

  private static boolean changed(@Nullable ParagraphEdition last, ParagraphEdition next) {
    return last == null
        ? !next.text().isEmpty()
        : !last.text().equals(next.text()) || !last.lead().equals(next.lead());
  }

  private static ParagraphEdition edition(Entry entry, String text, String id) {
    Outline.Paragraph paragraph = OutlineReader.read("报告文稿", text).paragraph(id);
    String reason = entry.reason();
    return new ParagraphEdition(
        entry.seq(),
        entry.by(),
        entry.at(),
        paragraph == null ? "" : paragraph.lead(),
        paragraph == null ? "" : paragraph.source(),
        reason == null ? "" : reason);
  }
}
