package taizhang.server.web.read;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.prose.claim.Claim;
import taizhang.prose.review.Decided;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.reading.BooksCheck;
import taizhang.server.reading.Checked;
import taizhang.server.reading.Made;
import taizhang.server.reading.Manuscript;
import taizhang.server.reading.Manuscripts;
import taizhang.server.reading.Margin;
import taizhang.server.reading.Marginalia;
import taizhang.server.reading.Perusal;
import taizhang.server.reading.Proofreader;
import taizhang.server.town.Towns;

/** Lays a text and the lists beside it out for a person. */
@Component
class ReadDesk {

  private final Towns towns;
  private final Rules rules;
  private final Manuscripts manuscripts;
  private final Marginalia marginalia;
  private final Proofreader proofreader;
  private final BooksCheck books;

  ReadDesk(
      Towns towns,
      Rules rules,
      Manuscripts manuscripts,
      Marginalia marginalia,
      Proofreader proofreader,
      BooksCheck books) {
    this.towns = towns;
    this.rules = rules;
    this.manuscripts = manuscripts;
    this.marginalia = marginalia;
    this.proofreader = proofreader;
    this.books = books;
  }

  /**
   * A text as it stands.
   *
   * @param version which, 0 for the newest
   */
  ReadShown shown(Clearance who, int document, int version) {
    List<Manuscript> versions = manuscripts.versions(who, document);
    int newest = versions.getFirst().version();
    int wanted = version == 0 ? newest : version;
    Manuscript manuscript = find(versions, wanted);
    TownRules now = rules.of(towns.find(who.town()));
    Perusal perusal = proofreader.read(who, now, manuscript);
    Margin margin = marginalia.of(who, document);
    Proofreader.Progress progress =
        wanted == 1
            ? Proofreader.Progress.NONE
            : Proofreader.between(proofreader.read(who, now, find(versions, wanted - 1)), perusal);
    return new ReadShown(
        new ReadAddress(who.town(), document, wanted, newest),
        who,
        now,
        versions,
        perusal,
        margin,
        Proofreader.decided(perusal, margin),
        progress);
  }

  private static Manuscript find(List<Manuscript> versions, int version) {
    return versions.stream()
        .filter(m -> m.version() == version)
        .findFirst()
        .orElseThrow(() -> Refusal.of(ProblemCode.UNKNOWN_FACT, "第" + version + "版", "请从版本清单选"));
  }

  /**
   * The list beside a text.
   *
   * @param show which part of the list, empty for all
   * @param at the mark whose page is wanted, empty for none
   */
  Side side(ReadShown shown, Tab tab, String show, int page, String at) {
    return switch (tab) {
      case FINDINGS ->
          Side.findings(
              show,
              Slice.of(
                  shown.decided().stream().map(shown::line).filter(f -> part(f, show)).toList(),
                  page,
                  f -> f.finding().id().equals(at)),
              shown.progress().gone());
      case CLAIMS -> claims(shown, show, page, at);
      case COMMITMENTS ->
          Side.commitments(
              Slice.of(
                  shown.perusal().reading().commitments().stream().map(shown::line).toList(),
                  page,
                  c -> c.commitment().id().equals(at)),
              shown.orphans());
    };
  }

  private static boolean part(FindingLine finding, String show) {
    return switch (show) {
      case "open" -> finding.decided().open();
      case "done" -> !finding.decided().open();
      case "fresh" -> finding.fresh();
      default -> true;
    };
  }

  private Side claims(ReadShown shown, String show, int page, String at) {
    List<Checked> all = checked(shown);
    Map<Checked.Standing, Long> counts = new EnumMap<>(Checked.Standing.class);
    all.forEach(one -> counts.merge(one.standing(), 1L, Long::sum));
    List<ClaimLine> lines =
        all.stream()
            .filter(one -> show.isEmpty() || one.standing().name().equalsIgnoreCase(show))
            .map(one -> line(shown, one))
            .toList();
    return Side.claims(show, Slice.of(lines, page, line -> line.claim().id().equals(at)), counts);
  }

  /** All claims beside the books. */
  List<Checked> checked(ReadShown shown) {
    return books.all(shown.who(), shown.rules(), shown.perusal(), shown.margin());
  }

  /** One claim beside the books. */
  ClaimLine claim(ReadShown shown, Claim claim) {
    return line(
        shown,
        books
            .check(shown.who(), shown.rules(), shown.perusal(), shown.margin(), List.of(claim))
            .getFirst());
  }

  private static ClaimLine line(ReadShown shown, Checked checked) {
    return new ClaimLine(
        shown.who().town(), checked, shown.margin().record(Made.STATED, checked.fingerprint()));
  }

  /**
   * One finding for its list.
   *
   * @param id which, where several reports of a text have one of that name; empty for the first
   */
  static FindingLine finding(ReadShown shown, String fingerprint, String id) {
    List<Decided> named =
        shown.decided().stream()
            .filter(d -> d.finding().fingerprint().equals(fingerprint))
            .toList();
    if (named.isEmpty()) {
      throw Refusal.of(ProblemCode.ALREADY, "文稿已有新的一版，这一处不在了；请刷新页面");
    }
    return shown.line(
        named.stream()
            .filter(d -> d.finding().id().equals(id))
            .findFirst()
            .orElse(named.getFirst()));
  }
}
