package taizhang.server.web.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.History;
import taizhang.books.entry.Image;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.entry.Version;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.RecordView;

/**
 * A form about a record: what changed, what was wrong, where it moves next, or that it should not
 * be there at all.
 *
 * @param view the record as it stands now
 * @param as {@code change}, {@code correct}, {@code void} or {@code move:NAME}
 * @param typed what stands in the form
 */
record EntryForm(RecordView view, String as, Typed typed) {

  static final String CHANGE = "change";
  static final String CORRECT = "correct";
  static final String VOID = "void";
  static final String MOVE = "move:";

  /** A field that somebody else set meanwhile. */
  public record Conflict(String name, String was, String now, String typed) {}

  EntryForm {
    if (!as.equals(CHANGE) && !as.equals(CORRECT) && !as.equals(VOID) && !as.startsWith(MOVE)) {
      throw Refusal.of(ProblemCode.NOT_READABLE, "登记方式", as);
    }
  }

  /** The form before anybody touches it. */
  static EntryForm fresh(RecordView view, String as, @Nullable Long of) {
    long newest = view.entries().getLast().seq();
    EntryForm bare =
        new EntryForm(
            view,
            as,
            new Typed(
                Map.of("seen", Long.toString(newest), "of", of == null ? "" : of.toString())));
    Typed filled = Typed.of(view.ledger(), bare.base());
    filled = filled.with("seen", Long.toString(newest)).with("as", as);
    return new EntryForm(view, as, of == null ? filled : filled.with("of", of.toString()));
  }

  EntryForm with(Typed other) {
    return new EntryForm(view, as, other);
  }

  @Nullable String moveName() {
    return as.startsWith(MOVE) ? as.substring(MOVE.length()) : null;
  }

  Lifecycle.@Nullable Move move() {
    Lifecycle lifecycle = view.ledger().lifecycle();
    String name = moveName();
    return lifecycle == null || name == null ? null : lifecycle.moves().get(name);
  }

  /** The record's entries when the form was filled in. */
  private List<Entry> seen() {
    Long seen = typed.number("seen");
    return seen == null
        ? view.entries()
        : view.entries().stream().filter(e -> e.seq() <= seen).toList();
  }

  /** What the form was filled in over. */
  Image base() {
    return base(History.fold(seen()));
  }

  private Image base(History history) {
    if (history.isEmpty()) {
      return view.image();
    }
    Long of = as.equals(CORRECT) ? typed.number("of") : null;
    return history.versions().stream()
        .filter(version -> of != null && version.seq() == of)
        .findFirst()
        .map(Version::image)
        .orElse(history.latest().image());
  }

  /** The versions that can be corrected, the newest first. */
  List<Version> versions() {
    List<Version> versions = new ArrayList<>(view.history().versions());
    return versions.reversed();
  }

  /** True where somebody entered something after the form was filled in. */
  boolean stale() {
    Long seen = typed.number("seen");
    return seen != null && seen < view.entries().getLast().seq();
  }

  /** What others set meanwhile, beside what stands in the form. */
  List<Conflict> conflicts() {
    Typed before = Typed.of(view.ledger(), base());
    Typed now = Typed.of(view.ledger(), base(view.history()));
    List<Conflict> conflicts = new ArrayList<>();
    for (Field field : Typed.entered(view.ledger())) {
      String name = "f." + field.name();
      String was = before.get(name);
      String is = now.get(name);
      if (!was.equals(is)) {
        conflicts.add(new Conflict(field.name(), was, is, typed.get(name)));
      }
    }
    return conflicts;
  }

  /** The form over the record as it stands now: what was typed stays, what was not follows it. */
  EntryForm renewed() {
    Typed before = Typed.of(view.ledger(), base());
    Typed now = Typed.of(view.ledger(), base(view.history()));
    Typed next = typed;
    for (String name : now.values().keySet()) {
      if (!typed.values().containsKey(name) || typed.get(name).equals(before.get(name))) {
        next = next.with(name, now.get(name));
      }
    }
    return with(next.with("seen", Long.toString(view.entries().getLast().seq())));
  }

  /**
   * What the form submits.
   *
   * @throws Refusal where nothing differs from what stands, or it was not confirmed
   */
  Submission submission(boolean trial) {
    Ledger ledger = view.ledger();
    Map<String, Value> patch = as.equals(VOID) ? Map.of() : typed.patch(ledger, base());
    String area = as.equals(VOID) ? null : typed.orNull("area");
    if (Objects.equals(area, view.area()) && !as.equals(CORRECT)) {
      area = null;
    }
    LocalDate on = as.equals(VOID) ? null : typed.date("on", "日期");
    boolean says = !patch.isEmpty() || area != null || (as.equals(CORRECT) && on != null);
    if (!says && (as.equals(CHANGE) || as.equals(CORRECT))) {
      throw Refusal.of(ProblemCode.ALREADY, "还没有改动：请改要改的内容");
    }
    if (as.equals(VOID) && !trial && !typed.get("sure").equals("yes")) {
      throw Refusal.of(ProblemCode.ALREADY, "请先勾选确认，再作废");
    }
    String reason = typed.orNull("reason");
    return new Submission(
        ledger.code(),
        kind(),
        view.id(),
        typed.number("seen"),
        as.equals(CORRECT) ? typed.number("of") : null,
        area,
        on,
        patch,
        state(),
        reason == null && trial ? "试算" : reason,
        trial ? null : typed.orNull("key"));
  }

  private EntryKind kind() {
    return switch (as) {
      case CHANGE -> EntryKind.CHANGE;
      case CORRECT -> EntryKind.CORRECT;
      case VOID -> EntryKind.VOID;
      default -> EntryKind.MOVE;
    };
  }

  private @Nullable String state() {
    Lifecycle.Move move = move();
    if (moveName() != null && move == null) {
      throw Refusal.of(ProblemCode.MOVE_NOT_ALLOWED, view.state(), moveName() + "", "");
    }
    return move == null ? null : move.to();
  }
}
