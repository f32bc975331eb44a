package taizhang.server.web.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.matter.Doer;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.Ledger;
import taizhang.books.period.Period;
import taizhang.books.wording.Wording;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.matter.Commitments;
import taizhang.server.matter.MatterLedger;
import taizhang.server.matter.MatterView;
import taizhang.server.matter.Matters;
import taizhang.server.town.Towns;
import taizhang.server.web.FieldText;
import taizhang.server.web.Labels;
import taizhang.server.web.PanelLinks;

/** The part of a record's page that is there where the record is a matter. */
@Component
class MatterParts {

  private final Matters matters;
  private final Commitments commitments;
  private final RecordRows rows;
  private final Rules rules;
  private final Towns towns;

  MatterParts(Matters matters, Commitments commitments, RecordRows rows, Rules rules, Towns towns) {
    this.matters = matters;
    this.commitments = commitments;
    this.rows = rows;
    this.rules = rules;
    this.towns = towns;
  }

  /** What may come next, to the person or not. */
  List<RecordPage.Move> moves(Clearance who, RecordView view) {
    if (view.ledger().lifecycle() == null || view.voided()) {
      return List.of();
    }
    return matters.show(who, view).moves().stream()
        .map(next ->
            new RecordPage.Move(
                next.name(),
                next.move().title(),
                next.hindrance(),
                DocumentSteps.action(who.town(), view.ledger().code(), view.id(), next.name())))
        .toList();
  }

  /** Null where the record has no lifecycle. */
  @Nullable MatterShown of(Clearance who, RecordView view) {
    if (view.ledger().lifecycle() == null) {
      return null;
    }
    TownRules now = rules.of(towns.find(who.town()));
    MatterView matter = matters.show(who, view);
    LimitText limits =
        new LimitText(
            view,
            new Doer(who, now.areas()),
            now.matter(view.ledger(), view.image(), view.area()),
            matters.now());
    List<RecordRow> beside = beside(who, view, now);
    Opinions opinions = new Opinions(who, view, now, of(beside, MatterLedger.OPINION));
    boolean open = Matters.open(view);
    return new MatterShown(
        view.voided() ? List.of() : limits.of(matter.clocks(), matter.light()),
        papers(who, now, of(beside, MatterLedger.DOCUMENT)),
        progress(who, view, now),
        opinions.given(),
        open ? opinions.silent() : List.of(),
        open ? opinions.open() : List.of(),
        new Incidents(who, rows, now).of(view, of(beside, MatterLedger.LINK)),
        open && writes(who, now, MatterLedger.LINK),
        open
            && !MatterLedger.BESIDE.contains(view.ledger().code())
            && writes(who, now, MatterLedger.DOCUMENT),
        "/" + who.town() + "/matters/flows/" + view.ledger().code());
  }

  private static boolean writes(Clearance who, TownRules now, String code) {
    Ledger ledger = now.packs().ledger(code);
    return ledger != null && who.may(Right.WRITE, ledger);
  }

  private MatterShown.@Nullable Progress progress(Clearance who, RecordView view, TownRules now) {
    Commitments.Outcome outcome = commitments.outcome(who, view);
    Indicator indicator = now.packs().indicator(view.image().text("indicator"));
    if (outcome == null || indicator == null || outcome.value() == null) {
      return null;
    }
    return new MatterShown.Progress(
        indicator.title(),
        written(indicator, outcome.value()),
        outcome.target() == null ? "" : written(indicator, outcome.target()),
        outcome.reached(),
        PanelLinks.figure(
            who.town(), FigureQuery.of(indicator.code(), Period.parse(view.image().text("year")))));
  }

  private static String written(Indicator indicator, Figure figure) {
    return Wording.write(figure.value(), indicator.unit(), indicator.print()).text();
  }

  private List<RecordRow> beside(Clearance who, RecordView view, TownRules now) {
    boolean adopted = now.packs().ledger(MatterLedger.DOCUMENT) != null;
    return adopted && Matters.holds(view.ledger())
        ? rows.with(who.town(), MatterLedger.BESIDE, "matter", Long.toString(view.id()))
        : List.of();
  }

  private static List<RecordRow> of(List<RecordRow> rows, String ledger) {
    return rows.stream().filter(row -> row.ledger().equals(ledger)).toList();
  }

  private List<MatterShown.Paper> papers(Clearance who, TownRules now, List<RecordRow> rows) {
    return rows.stream()
        .sorted(Comparator.comparing(RecordRow::id).reversed())
        .map(row -> paper(who, now.ledger(row.ledger()), row, matters.next(who, row)))
        .toList();
  }

  private static MatterShown.Paper paper(
      Clearance who, Ledger ledger, RecordRow row, List<MatterView.Next> next) {
    var kind = ledger.fields().get("kind");
    String code = row.image().text("kind");
    String reference = row.image().text("reference");
    LocalDate drafted = row.image().date("drafted_on");
    List<MatterShown.Step> steps = new ArrayList<>();
    for (MatterView.Next one : next) {
      String action = DocumentSteps.action(who.town(), ledger.code(), row.id(), one.name());
      if (one.permitted() && !action.isEmpty()) {
        steps.add(new MatterShown.Step(one.move().title(), action));
      }
    }
    return new MatterShown.Paper(
        row.id(),
        kind == null ? code : kind.codes().getOrDefault(code, code),
        reference.isEmpty() ? (drafted == null ? "" : Labels.day(drafted) + "拟稿") : reference,
        FieldText.state(ledger, row.state()),
        "/" + who.town() + "/records/" + row.id(),
        steps);
  }
}
