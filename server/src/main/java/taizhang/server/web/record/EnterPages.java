package taizhang.server.web.record;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.books.wording.Quotation;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Towns;
import taizhang.server.web.FieldText;
import taizhang.server.web.Labels;
import taizhang.server.web.RecordTitle;

/** Puts forms together. */
@Component
class EnterPages {

  private final Rules rules;
  private final Towns towns;
  private final RecordRows rows;

  EnterPages(Rules rules, Towns towns, RecordRows rows) {
    this.rules = rules;
    this.towns = towns;
    this.rows = rows;
  }

  TownRules rules(Clearance who) {
    return rules.of(towns.find(who.town()));
  }

  /** The names by which problems find their inputs. */
  static Set<String> inputs(Ledger ledger) {
    return Stream.concat(
            Typed.entered(ledger).stream().map(Field::name),
            Stream.of("area", "effective_on", "on", "reason"))
        .collect(Collectors.toSet());
  }

  private static String key(Typed typed) {
    String key = typed.get("key");
    return key.isEmpty() ? UUID.randomUUID().toString() : key;
  }

  private Inputs inputs(Clearance who, TownRules now, Ledger ledger, Told told, Typed typed) {
    List<Long> ids =
        Typed.entered(ledger).stream()
            .filter(field -> field.type() == FieldType.REF)
            .map(field -> typed.number("f." + field.name()))
            .filter(Objects::nonNull)
            .toList();
    return new Inputs(who, now, ledger, told, RecordFields.titles(who, ids, rows, now));
  }

  /** The form for a new record. */
  EnterPage opening(
      Clearance who, TownRules now, Ledger ledger, Typed typed, Told told, boolean kept) {
    Inputs inputs = inputs(who, now, ledger, told, typed);
    String action = "/" + who.town() + "/ledgers/" + ledger.code() + "/new";
    boolean dated = ledger.opensOn() == null;
    Input area = inputs.area(typed, rules.today(), true, "");
    return new EnterPage(
        who.town(),
        action,
        "/" + who.town() + "/ledgers/" + ledger.code(),
        ledger.title(),
        "",
        "open",
        "登记" + Quotation.of(ledger.title()),
        "",
        "登记",
        dated ? List.of(area, inputs.day(typed, "发生日期", false, "不填为今天")) : List.of(area),
        inputs.fields(typed, true),
        List.of(),
        List.of(),
        "",
        key(typed),
        "",
        told,
        List.of(),
        kept,
        List.of());
  }

  /** The form about a record. */
  EnterPage about(Clearance who, TownRules now, EntryForm form, Told told, boolean kept) {
    return about(who, now, form, told, kept, List.of(), List.of());
  }

  EnterPage about(
      Clearance who,
      TownRules now,
      EntryForm form,
      Told told,
      boolean kept,
      List<EntryForm.Conflict> conflicts,
      List<Moving> moved) {
    Ledger ledger = form.view().ledger();
    Inputs inputs = inputs(who, now, ledger, told, form.typed());
    Lifecycle.Move move = form.move();
    String here = "/" + who.town() + "/records/" + form.view().id();
    return new EnterPage(
        who.town(),
        here + "/enter",
        here,
        ledger.title(),
        RecordTitle.of(ledger, form.view().image(), form.view().id()),
        form.as(),
        heading(form, move),
        hint(form),
        submit(form, move),
        beside(form, move, inputs),
        fields(form, move, inputs),
        move == null || !writes(who, form)
            ? List.of()
            : others(move, inputs.fields(form.typed(), false)),
        versions(form),
        form.typed().get("of"),
        key(form.typed()),
        form.typed().get("seen"),
        told,
        conflicts(conflicts, ledger, now),
        kept,
        moved);
  }

  private static List<Input> fields(EntryForm form, Lifecycle.@Nullable Move move, Inputs inputs) {
    if (form.as().equals(EntryForm.VOID)) {
      return List.of();
    }
    return move == null ? inputs.fields(form.typed(), false) : inputs.asked(move, form.typed());
  }

  /** Who may only make the move fills in what it needs, and nothing else. */
  private static boolean writes(Clearance who, EntryForm form) {
    return who.may(Right.WRITE, form.view().ledger(), form.view().area());
  }

  private static List<Input> others(Lifecycle.Move move, List<Input> all) {
    return all.stream()
        .filter(input -> !move.asks().contains(input.name().substring("f.".length())))
        .toList();
  }

  private List<Input> beside(EntryForm form, Lifecycle.@Nullable Move move, Inputs inputs) {
    Typed typed = form.typed();
    return switch (form.as()) {
      case EntryForm.VOID -> List.of(inputs.reason(typed, true, "如：重复登记、登错了台账"));
      case EntryForm.CORRECT ->
          List.of(
              inputs.reason(typed, true, "如：竣工图复核，里程多量了"),
              inputs.day(typed, "更正生效日期", false, "日期没填错就留空"),
              inputs.area(typed, rules.today(), false, "区域没填错就不选"));
      case EntryForm.CHANGE ->
          List.of(
              inputs.day(typed, "从哪天起变的", false, "不填为今天"),
              inputs.area(typed, rules.today(), false, "没有迁到别处就不选"),
              inputs.reason(typed, false, "可以不填"));
      default ->
          List.of(
              inputs.day(typed, "办理日期", false, "不填为今天"),
              inputs.reason(typed, move != null && move.reason(), "写清经过或依据"));
    };
  }

  private static String heading(EntryForm form, Lifecycle.@Nullable Move move) {
    return switch (form.as()) {
      case EntryForm.VOID -> "作废这条记录";
      case EntryForm.CORRECT, EntryForm.CHANGE -> "登记新情况";
      default -> move == null ? "办理" : move.title();
    };
  }

  private static String hint(EntryForm form) {
    return switch (form.as()) {
      case EntryForm.VOID -> "整条记录是误登的才作废；情况变了或填错了一处，请用变更或更正。作废后不能恢复，登记经过仍可查。";
      case EntryForm.CORRECT -> "实际情况没有变，是账上记错了：改对的内容从原来那天起算。";
      case EntryForm.CHANGE -> "实际情况变了：从所填日期起按新内容记，以前的数据不变。";
      default -> "";
    };
  }

  private static String submit(EntryForm form, Lifecycle.@Nullable Move move) {
    return switch (form.as()) {
      case EntryForm.VOID -> "确认作废";
      case EntryForm.CORRECT -> "登记更正";
      case EntryForm.CHANGE -> "登记变更";
      default -> move == null ? "办理" : move.title();
    };
  }

  private static List<Input.Option> versions(EntryForm form) {
    if (!form.as().equals(EntryForm.CORRECT) || form.view().history().versions().size() < 2) {
      return List.of();
    }
    return form.versions().stream()
        .map(v ->
            new Input.Option(
                Long.toString(v.seq()), Labels.day(v.on()) + "起的情况（第 " + v.seq() + " 号登记）"))
        .toList();
  }

  private static List<EnterPage.Conflict> conflicts(
      List<EntryForm.Conflict> conflicts, Ledger ledger, TownRules now) {
    return conflicts.stream()
        .map(conflict -> {
          Field field = Objects.requireNonNull(ledger.fields().get(conflict.name()));
          return new EnterPage.Conflict(
              field.title(),
              said(field, conflict.was(), now),
              said(field, conflict.now(), now),
              said(field, conflict.typed(), now));
        })
        .toList();
  }

  /** What a form holds, as the record would show it. */
  private static String said(Field field, String text, TownRules now) {
    return text.isBlank() ? "（空）" : FieldText.of(field, Typed.read(field, text), now);
  }
}
