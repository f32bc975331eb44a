package taizhang.server.web.matter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.books.pack.Who;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.matter.MatterRow;
import taizhang.server.matter.MatterView;

/**
 * A step that is made for several matters of a ledger: a move, or naming another who deals with
 * them.
 *
 * @param ledger the ledger
 * @param name {@code move:NAME} or {@code set:FIELD}
 */
record BulkStep(Ledger ledger, String name) {

  private static final String MOVE = "move:";
  private static final String SET = "set:";

  /** The steps that can be made for some matters of a ledger, with for how many. */
  static List<BulkShown.Step> of(Clearance who, Ledger ledger, List<MatterRow> rows) {
    List<BulkShown.Step> steps = new ArrayList<>();
    for (BulkStep step : all(ledger)) {
      int count = (int) rows.stream().filter(row -> step.hindrance(who, row).isEmpty()).count();
      if (count > 0) {
        steps.add(new BulkShown.Step(step.name(), step.title(), count));
      }
    }
    return steps;
  }

  private static List<BulkStep> all(Ledger ledger) {
    List<BulkStep> all = new ArrayList<>();
    lifecycle(ledger).moves().keySet().forEach(move -> all.add(new BulkStep(ledger, MOVE + move)));
    handlers(ledger).keySet().forEach(field -> all.add(new BulkStep(ledger, SET + field)));
    return all;
  }

  private static Lifecycle lifecycle(Ledger ledger) {
    return Objects.requireNonNull(ledger.lifecycle());
  }

  /** The fields that say who deals with a matter. */
  private static SequencedMap<String, Field> handlers(Ledger ledger) {
    List<Who> named = new ArrayList<>();
    lifecycle(ledger).moves().values().forEach(move -> named.addAll(move.by()));
    lifecycle(ledger)
        .clocks()
        .values()
        .forEach(clock -> clock.ladder().forEach(rung -> named.addAll(rung.tell())));
    SequencedMap<String, Field> handlers = new LinkedHashMap<>();
    for (Who who : named) {
      Field field = who.of() == null ? null : ledger.fields().get(who.of());
      if (field != null && !ledger.isCopied(field.name())) {
        handlers.put(field.name(), field);
      }
    }
    return handlers;
  }

  /** The step of a name; refused where the ledger has none such. */
  static BulkStep parse(Ledger ledger, String name) {
    if (ledger.lifecycle() != null) {
      for (BulkStep step : all(ledger)) {
        if (step.name().equals(name)) {
          return step;
        }
      }
    }
    throw Refusal.of(ProblemCode.NOT_READABLE, "步骤", name);
  }

  String title() {
    Lifecycle.Move move = move();
    return move == null
        ? "改派" + Objects.requireNonNull(ledger.fields().get(field())).title()
        : move.title();
  }

  Lifecycle.@Nullable Move move() {
    return name.startsWith(MOVE)
        ? lifecycle(ledger).moves().get(name.substring(MOVE.length()))
        : null;
  }

  private String field() {
    return name.substring(SET.length());
  }

  /** The fields it asks for. */
  List<String> needs() {
    Lifecycle.Move move = move();
    return move == null ? List.of(field()) : move.asks();
  }

  /** Why it cannot be made for a matter, empty where it can. */
  String hindrance(Clearance who, MatterRow row) {
    if (move() == null) {
      return who.may(Right.WRITE, ledger, row.record().area())
          ? ""
          : ProblemCode.NOT_YOURS.message(Locale.CHINESE, List.of(title(), "有登记权限的人员"));
    }
    for (MatterView.Next next : row.moves()) {
      if (name.equals(MOVE + next.name())) {
        return next.hindrance();
      }
    }
    return "现在是“" + row.stateTitle() + "”，不能" + title();
  }

  Submission submission(MatterRow row, Map<String, Value> fields, @Nullable String reason) {
    Lifecycle.Move move = move();
    return new Submission(
        ledger.code(),
        move == null ? EntryKind.CHANGE : EntryKind.MOVE,
        row.record().id(),
        row.record().version(),
        null,
        null,
        null,
        fields,
        move == null ? null : move.to(),
        reason,
        null);
  }
}
