package taizhang.server.web.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.figure.Figures;
import taizhang.server.report.Citation;
import taizhang.server.report.Composition;
import taizhang.server.report.Dossier;
import taizhang.server.report.Dossiers;
import taizhang.server.report.Drafting;
import taizhang.server.report.Outline;
import taizhang.server.report.Pinned;
import taizhang.server.report.Proofs;
import taizhang.server.report.Readership;
import taizhang.server.report.ReportHead;
import taizhang.server.report.Reports;
import taizhang.server.report.Sketching;
import taizhang.server.report.VersionHead;
import taizhang.server.report.Versions;
import taizhang.server.web.Panel;
import taizhang.server.web.PanelLinks;
import taizhang.server.web.Panels;

/** Lays the paper on the screen for whoever may read it, with what stands beside it. */
@Component
class PaperDesk {

  private final Dossiers dossiers;
  private final Reports reports;
  private final Versions versions;
  private final Proofs proofs;
  private final Drafting drafting;
  private final Sketching sketching;
  private final Panels panels;
  private final Figures figures;

  PaperDesk(
      Dossiers dossiers,
      Reports reports,
      Versions versions,
      Proofs proofs,
      Drafting drafting,
      Sketching sketching,
      Panels panels,
      Figures figures) {
    this.dossiers = dossiers;
    this.reports = reports;
    this.versions = versions;
    this.proofs = proofs;
    this.drafting = drafting;
    this.sketching = sketching;
    this.panels = panels;
    this.figures = figures;
  }

  /**
   * The paper as a person may see it: who does not work on it sees the newest public version, and
   * is refused every other.
   */
  PaperShown shown(Clearance clearance, int year, int asked) {
    Readership who = new Readership(clearance);
    Dossier dossier = dossiers.open(clearance.town(), year);
    int number = who.drafts() ? asked : published(dossier, asked);
    Address at = new Address(clearance.town(), year, number);
    Pinned version = number == 0 ? null : versions.find(clearance.town(), year, number);
    Composition report =
        version == null
            ? reports.compose(dossier.draft().outline(), Point.NOW)
            : versions.paper(version);
    return new PaperShown(
        at,
        who,
        figures.rules(clearance.town()),
        dossier,
        report,
        version,
        who.drafts() ? proofs.of(report, dossier.rulings()) : List.of());
  }

  private static int published(Dossier dossier, int asked) {
    VersionHead newest = dossier.published();
    boolean permitted =
        newest != null
            && (asked == 0
                || dossier.versions().stream()
                    .anyMatch(v -> v.number() == asked && dossier.isPublic(v)));
    if (!permitted || newest == null) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "查阅未公开的报告", "read a report that is not public");
    }
    return asked == 0 ? newest.number() : asked;
  }

  /** A number of the paper with what is behind it. */
  Side figure(PaperShown shown, int n, String area, int page) {
    List<Composition.Number> numbers = shown.report().numbers();
    if (n < 1 || n > numbers.size()) {
      throw Refusal.of(ProblemCode.UNKNOWN_FACT, "第" + n + "个数", "请从报告里点开");
    }
    Composition.Number number = numbers.get(n - 1);
    String seen = area.isEmpty() ? number.figure().area() : area;
    if (!shown.who().who().reads(number.indicator(), seen)) {
      String caliber = number.indicator().caliber();
      return new Side.Closed(
          n, number.indicator().title(), number.text(), caliber == null ? "" : caliber);
    }
    return new Side.Figure(panel(shown, number, area, page));
  }

  private Panel panel(PaperShown shown, Composition.Number number, String area, int page) {
    int n = number.n();
    Citation citation = number.citation();
    Pinned version = shown.version();
    Pinned.PinnedNumber printed = version == null ? null : version.printed().get(n - 1);
    Point at = printed == null ? Point.NOW : new Point(printed.seq(), printed.day());
    FigureQuery query = citation.query(shown.report().outline().period(), at);
    boolean whole = area.isEmpty();
    return panels.open(
        shown.who().who(),
        whole ? query : query.in(area),
        n,
        whole ? citation : null,
        printed == null || !whole ? null : printed.text(),
        page,
        new PanelLinks(shown.at().figure(n), shown.at().paper()));
  }

  /** The report as a whole. */
  Side whole(PaperShown shown, Side.Tab tab) {
    Pinned version = shown.version();
    boolean lists = version != null && shown.who().drafts();
    boolean working = shown.working() && tab == Side.Tab.VERSIONS;
    return new Side.Whole(
        shown.who().drafts() ? tab : Side.Tab.ABOUT,
        lists && version != null ? versions.differences(version) : List.of(),
        working ? drafting.removed(shown.at().town(), shown.dossier().draft()) : List.of());
  }

  /** A paragraph with what was found in it, said about it and done to it. */
  Side passage(PaperShown shown, String paragraph) {
    shown.who().mustDraft();
    Outline.Paragraph found = shown.report().outline().paragraph(paragraph);
    if (found == null) {
      throw Refusal.of(ProblemCode.UNKNOWN_FACT, "段落" + paragraph, "文稿里已没有这一段，请回到报告页");
    }
    return new Side.Passage(
        paragraph,
        drafting.editions(shown.at().town(), shown.dossier().draft(), paragraph),
        lastYear(shown, paragraph),
        shown.rules().departments());
  }

  /** A paragraph taken up to be written. */
  Editor editor(PaperShown shown, String paragraph) {
    Outline outline = shown.report().outline();
    Outline.Paragraph found = outline.paragraph(paragraph);
    if (found == null || !shown.edits(paragraph)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "修改这一段", "write this paragraph");
    }
    return new Editor(
        shown.at(),
        paragraph,
        found.lead(),
        found.source(),
        found.lead(),
        found.source(),
        sketching.sketch(outline, found.source()),
        null,
        List.of(),
        shown.who().writes());
  }

  private LastYear lastYear(PaperShown shown, String paragraph) {
    int year = shown.at().year() - 1;
    String town = shown.at().town();
    List<ReportHead> all = reports.list(town);
    if (all.stream().noneMatch(head -> head.year() == year)) {
      return LastYear.NONE;
    }
    Composition last = lastPaper(town, year);
    String own = chapter(shown.report(), paragraph);
    return Chapters.like(last, own, year);
  }

  private Composition lastPaper(String town, int year) {
    List<VersionHead> circulated = versions.list(town, year);
    return circulated.isEmpty()
        ? reports.compose(town, year, Point.NOW)
        : versions.paper(versions.find(town, year, circulated.getFirst().number()));
  }

  private static String chapter(Composition report, String paragraph) {
    @Nullable String heading = null;
    for (Composition.Line line : report.lines()) {
      if (line.kind() == Composition.Kind.CHAPTER) {
        heading = line.text();
      }
      if (line.paragraph().equals(paragraph)) {
        break;
      }
    }
    return heading == null ? "" : heading;
  }
}
