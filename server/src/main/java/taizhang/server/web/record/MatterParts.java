package taizhang.server.web.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.matter.Doer;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.matter.MatterLedger;
import taizhang.server.matter.MatterView;
import taizhang.server.matter.Matters;
import taizhang.server.matter.Subject;
import taizhang.server.town.Towns;
import taizhang.server.web.FieldText;
import taizhang.server.web.Labels;

/** The part of a record's page that is there where the record is a matter. */
@Component
class MatterParts {

  private final Matters matters;
  private final RecordRows rows;
  private final Rules rules;
  private final Towns towns;

  MatterParts(Matters matters, RecordRows rows, Rules rules, Towns towns) {
    this.matters = matters;
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
    Ledger opinion = now.packs().ledger(MatterLedger.OPINION);
    return new MatterShown(
        view.voided() ? List.of() : limits.of(matter.clocks(), matter.light()),
        papers(who, now, of(beside, MatterLedger.DOCUMENT)),
        of(beside, MatterLedger.OPINION).stream().map(row -> opinion(who, row)).toList(),
        incident(who, view, of(beside, MatterLedger.LINK), now),
        Matters.holds(view.ledger()) && opinion != null && who.may(Right.WRITE, opinion),
        "/" + who.town() + "/matters/flows/" + view.ledger().code());
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

  private static MatterShown.Opinion opinion(Clearance who, RecordRow row) {
    LocalDate on = row.image().date("given_on");
    return new MatterShown.Opinion(
        row.image().text("department"),
        row.image().text("opinion"),
        on == null ? "" : Labels.day(on),
        "/" + who.town() + "/records/" + row.id());
  }

  /** The other matters of the incidents this one belongs to, as far as the person may read them. */
  private List<MatterShown.Other> incident(
      Clearance who, RecordView view, List<RecordRow> links, TownRules now) {
    List<MatterShown.Other> others = new ArrayList<>();
    for (RecordRow link : links) {
      String incident = link.image().text("incident");
      List<Long> ids =
          rows.with(who.town(), List.of(MatterLedger.LINK), "incident", incident).stream()
              .map(row -> row.image().text("matter"))
              .filter(text -> text.matches("\\d{1,18}"))
              .map(Long::valueOf)
              .filter(id -> id != view.id())
              .toList();
      rows.find(who.town(), ids).values().stream()
          .filter(row -> !row.voided())
          .filter(row -> now.reads(who, now.ledger(row.ledger()), row.image(), row.area()))
          .forEach(row -> others.add(other(who, incident, now.ledger(row.ledger()), row)));
    }
    return others;
  }

  private static MatterShown.Other other(
      Clearance who, String incident, Ledger ledger, RecordRow row) {
    return new MatterShown.Other(
        incident,
        ledger.title() + "：" + Subject.of(ledger, row.image(), row.id()),
        FieldText.state(ledger, row.state()),
        "/" + who.town() + "/records/" + row.id());
  }
}
