package taizhang.server.matter;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.calendar.WorkCalendar;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.matter.Clocks;
import taizhang.books.matter.Doer;
import taizhang.books.matter.Handling;
import taizhang.books.matter.Standing;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Towns;

/** What has to be done, by whom, by when; and doing the next step of it. */
@Service
public class Matters {

  private static final Comparator<MatterRow> BY_DUE =
      Comparator.comparing(MatterRow::due, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(row -> row.record().id());

  private final Towns towns;
  private final Rules rules;
  private final RecordRows rows;
  private final Records records;
  private final Entries entries;
  private final InstantSource clock;

  Matters(
      Towns towns,
      Rules rules,
      RecordRows rows,
      Records records,
      Entries entries,
      InstantSource clock) {
    this.towns = towns;
    this.rules = rules;
    this.rows = rows;
    this.records = records;
    this.entries = entries;
    this.clock = clock;
  }

  /** Now, where the towns are. */
  LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), WorkCalendar.ZONE);
  }

  /**
   * The open matters a person sees, those due first in front; each with why it concerns the person.
   * Counts of an inbox are the counts of their concerns.
   */
  public List<MatterRow> inbox(Clearance who) {
    TownRules town = rules.of(towns.find(who.town()));
    Doer doer = new Doer(who, town.areas());
    LocalDateTime now = now();
    List<MatterRow> found = new ArrayList<>();
    for (Ledger ledger : Deadlines.ledgers(town)) {
      String owner = town.owner(ledger);
      rows.each(
          town.operator(who.town()),
          ledger.code(),
          row -> {
            MatterRow shown = row(ledger, owner, row, doer, town, now);
            if (shown != null) {
              found.add(shown);
            }
          });
    }
    found.sort(BY_DUE);
    return found;
  }

  private static @Nullable MatterRow row(
      Ledger ledger, String owner, RecordRow row, Doer doer, TownRules town, LocalDateTime now) {
    Lifecycle lifecycle = Objects.requireNonNull(ledger.lifecycle());
    Lifecycle.State state = lifecycle.states().get(row.state());
    if (state == null || state.last()) {
      return null;
    }
    Doer.Matter matter = new Doer.Matter(ledger, owner, row.image(), row.area());
    boolean addressed = doer.addressed(lifecycle, matter);
    if (!addressed && !doer.who().may(Right.READ, ledger, row.area())) {
      return null;
    }
    Standing first = first(lifecycle, row);
    String light = first == null ? "" : first.light(row.image(), row.state(), now, town.reckoner());
    Set<MatterRow.Concern> concerns = concerns(matter, row, doer, lifecycle);
    if (first != null && first.late(now)) {
      concerns.add(MatterRow.Concern.LATE);
    } else if (!light.isEmpty()) {
      concerns.add(MatterRow.Concern.NEAR);
    }
    return new MatterRow(
        row,
        ledger.title(),
        state.title(),
        first == null ? "" : first.clock().name(),
        first == null ? null : first.due(),
        first != null && first.provisional(),
        light,
        concerns);
  }

  private static @Nullable Standing first(Lifecycle lifecycle, RecordRow row) {
    return Standing.of(lifecycle, row.image()).stream()
        .filter(Standing::runs)
        .min(Comparator.comparing(standing -> Objects.requireNonNull(standing.due())))
        .orElse(null);
  }

  private static Set<MatterRow.Concern> concerns(
      Doer.Matter matter, RecordRow row, Doer doer, Lifecycle lifecycle) {
    Set<MatterRow.Concern> concerns = EnumSet.noneOf(MatterRow.Concern.class);
    boolean mine =
        lifecycle.movesFrom(row.state()).values().stream()
            .anyMatch(move -> !move.by().isEmpty() && doer.amongst(move.by(), matter));
    if (mine) {
      concerns.add(MatterRow.Concern.MINE);
    }
    boolean owns =
        doer.who().posts().stream().anyMatch(post -> post.department().equals(matter.owner()));
    if (owns || doer.addressed(lifecycle, matter)) {
      concerns.add(MatterRow.Concern.DEPARTMENT);
    }
    boolean inArea =
        row.area() != null
            && doer.who().posts().stream()
                .anyMatch(post -> doer.areas().path(row.area()).contains(post.area()));
    if (inArea) {
      concerns.add(MatterRow.Concern.AREA);
    }
    return concerns;
  }

  /**
   * A matter as its page shows it to a person: when it is due and why, and what may come next.
   *
   * @throws Refusal where there is no such record, or its ledger has no lifecycle
   */
  public MatterView show(Clearance who, long id) {
    TownRules town = rules.of(towns.find(who.town()));
    RecordView record = records.find(who.town(), id);
    Lifecycle lifecycle = lifecycle(record);
    refuseStrangers(who, town, record, lifecycle);
    LocalDateTime now = now();
    String light =
        Standing.of(lifecycle, record.image()).stream()
            .map(one -> one.light(record.image(), record.state(), now, town.reckoner()))
            .filter(colour -> !colour.isEmpty())
            .findFirst()
            .orElse("");
    List<MatterView.Next> moves = new ArrayList<>();
    lifecycle
        .movesFrom(record.state())
        .forEach((name, move) -> moves.add(next(name, move, who, record, town)));
    return new MatterView(
        record, Clocks.of(lifecycle, town.reckoner(), record.entries()).now(), light, moves);
  }

  /** Who is neither named by the matter nor may read it learns nothing of it. */
  private static void refuseStrangers(
      Clearance who, TownRules town, RecordView record, Lifecycle lifecycle) {
    Doer.Matter matter = matter(town, record);
    boolean addressed = new Doer(who, town.areas()).addressed(lifecycle, matter);
    if (!addressed && !who.may(Right.READ, record.ledger(), record.area())) {
      throw Refusal.of(ProblemCode.UNKNOWN_RECORD, record.id());
    }
  }

  private static Doer.Matter matter(TownRules town, RecordView record) {
    return new Doer.Matter(
        record.ledger(), town.owner(record.ledger()), record.image(), record.area());
  }

  private static Lifecycle lifecycle(RecordView record) {
    Lifecycle lifecycle = record.ledger().lifecycle();
    if (lifecycle == null) {
      throw Refusal.of(ProblemCode.STATE_NOT_EXPECTED, record.ledger().title());
    }
    return lifecycle;
  }

  private static MatterView.Next next(
      String name, Lifecycle.Move move, Clearance who, RecordView record, TownRules town) {
    String hindrance = hindrance(move, who, record, town);
    return new MatterView.Next(name, move, hindrance.isEmpty(), hindrance);
  }

  private static String hindrance(
      Lifecycle.Move move, Clearance who, RecordView record, TownRules town) {
    if (!new Doer(who, town.areas()).may(move, matter(town, record))) {
      return ProblemCode.NOT_YOURS.message(Locale.CHINESE, List.of(move.title(), told(move)));
    }
    String own = Handling.ownState(move, record.entries(), who.login());
    if (own == null) {
      return "";
    }
    String state = Objects.requireNonNull(lifecycle(record).states().get(own)).title();
    return ProblemCode.OTHER_PERSON.message(Locale.CHINESE, List.of(move.title(), state));
  }

  private static String told(Lifecycle.Move move) {
    return move.by().isEmpty()
        ? "有登记权限的人员"
        : String.join("、", move.by().stream().map(WhoText::of).toList());
  }

  /**
   * Makes a move for a person.
   *
   * @param name the move's name in the lifecycle
   * @param on the day it holds from, null for today
   * @param seen the newest entry when the person looked, null not to check
   * @throws Refusal where the person may not, something is missing, or the matter has moved on
   */
  public Receipt move(
      Clearance who,
      long id,
      String name,
      @Nullable LocalDate on,
      Map<String, Value> fields,
      @Nullable String reason,
      @Nullable Long seen) {
    MatterView matter = show(who, id);
    MatterView.Next next =
        matter.moves().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> notThere(matter, name));
    if (!next.permitted()) {
      throw Refusal.of(ProblemCode.CHECK_FAILED, next.hindrance());
    }
    refuseOtherFields(who, matter, next.move(), fields);
    return entries.append(
        who.town(),
        who.login(),
        new Submission(
            matter.record().ledger().code(),
            EntryKind.MOVE,
            id,
            seen,
            null,
            null,
            on,
            fields,
            next.move().to(),
            reason,
            null));
  }

  /** Who may only move the matter fills in what the move needs, and nothing else. */
  private static void refuseOtherFields(
      Clearance who, MatterView matter, Lifecycle.Move move, Map<String, Value> fields) {
    boolean writes = who.may(Right.WRITE, matter.record().ledger(), matter.record().area());
    for (String field : fields.keySet()) {
      if (!writes && !move.needs().contains(field)) {
        throw Refusal.of(ProblemCode.NOT_YOURS, field, "有登记权限的人员");
      }
    }
  }

  private static Refusal notThere(MatterView matter, String name) {
    String known = String.join("、", matter.moves().stream().map(MatterView.Next::name).toList());
    return Refusal.of(ProblemCode.MOVE_NOT_ALLOWED, matter.record().state(), name, known);
  }
}
