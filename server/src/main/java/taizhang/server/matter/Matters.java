package taizhang.server.matter;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.calendar.WorkCalendar;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.matter.Clocks;
import taizhang.books.matter.Doer;
import taizhang.books.matter.Standing;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Towns;

/** What has to be done, by whom, by when; and doing the next step of it. */
@Service
public class Matters {

  private final Towns towns;
  private final Rules rules;
  private final Records records;
  private final Entries entries;
  private final InstantSource clock;

  Matters(Towns towns, Rules rules, Records records, Entries entries, InstantSource clock) {
    this.towns = towns;
    this.rules = rules;
    this.records = records;
    this.entries = entries;
    this.clock = clock;
  }

  /**
   * The ledgers of a town whose records are matters: those with a clock, or with a move that says
   * by whom.
   */
  public static List<Ledger> ledgers(TownRules rules) {
    return rules.packs().packs().stream()
        .flatMap(pack -> pack.ledgers().values().stream())
        .filter(Matters::holds)
        .toList();
  }

  /** True where the records of a ledger are matters. */
  public static boolean holds(Ledger ledger) {
    Lifecycle lifecycle = ledger.lifecycle();
    return lifecycle != null
        && (!lifecycle.clocks().isEmpty()
            || lifecycle.moves().values().stream().anyMatch(move -> !move.by().isEmpty()));
  }

  /** True where a record is a matter of which something is still to come. */
  public static boolean open(RecordView record) {
    Lifecycle lifecycle = record.ledger().lifecycle();
    Lifecycle.State state = lifecycle == null ? null : lifecycle.states().get(record.state());
    return holds(record.ledger()) && !record.voided() && state != null && !state.last();
  }

  /** The department that leads, empty where none is named. */
  public static String lead(RecordView record) {
    return Subject.department(record.ledger()).map(record.image()::text).orElse("");
  }

  /** The departments that a matter names beside the one that leads. */
  public static List<String> supporting(RecordView record) {
    Ledger ledger = record.ledger();
    String lead = lead(record);
    return Subject.departments(ledger).stream()
        .flatMap(field -> Stream.of(record.image().text(field).split(Doer.SEPARATOR)))
        .filter(one -> !one.isEmpty() && !one.equals(lead))
        .distinct()
        .toList();
  }

  /** Now, where the towns are. */
  public LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), WorkCalendar.ZONE);
  }

  /**
   * A matter as its page shows it to a person: when it is due and why, and what may come next.
   *
   * @throws Refusal where there is no such record, or its ledger has no lifecycle
   */
  public MatterView show(Clearance who, long id) {
    return show(who, records.find(who, id));
  }

  /**
   * The same of a record that was found for the person.
   *
   * @throws Refusal where its ledger has no lifecycle
   */
  public MatterView show(Clearance who, RecordView record) {
    Lifecycle lifecycle = record.ledger().lifecycle();
    if (lifecycle == null) {
      throw Refusal.of(ProblemCode.STATE_NOT_EXPECTED, record.ledger().title());
    }
    TownRules town = rules.of(towns.find(who.town()));
    List<MatterView.Next> moves =
        new NextMoves(town, who)
            .of(record.ledger(), record.image(), record.area(), record.state(), record.entries());
    return new MatterView(
        record,
        Clocks.of(lifecycle, town.reckoner(), record.entries()).now(),
        light(lifecycle, record, town),
        record.voided() ? List.of() : moves);
  }

  private String light(Lifecycle lifecycle, RecordView record, TownRules town) {
    LocalDateTime now = now();
    return Standing.of(lifecycle, record.image()).stream()
        .map(one -> one.light(record.image(), record.state(), now, town.reckoner()))
        .filter(colour -> !colour.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** What may come next of a record that has just been opened, as its documents have. */
  public List<MatterView.Next> next(Clearance who, RecordRow row) {
    TownRules town = rules.of(towns.find(who.town()));
    return new NextMoves(town, who)
        .of(town.ledger(row.ledger()), row.image(), row.area(), row.state(), List.of());
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
    RecordView record = records.find(who, id);
    Lifecycle.Move move = permitted(who, record, name);
    return entries.append(
        who,
        new Submission(
            record.ledger().code(),
            EntryKind.MOVE,
            id,
            seen,
            null,
            null,
            on,
            fields,
            move.to(),
            reason,
            null));
  }

  /**
   * The move of a name out of the record's state.
   *
   * @throws Refusal where there is none, or the person may not make it: it says why not
   */
  public Lifecycle.Move permitted(Clearance who, RecordView record, String name) {
    MatterView matter = show(who, record);
    MatterView.Next next =
        matter.moves().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> notThere(matter, name));
    if (!next.permitted()) {
      throw Refusal.of(ProblemCode.CHECK_FAILED, next.hindrance());
    }
    return next.move();
  }

  private static Refusal notThere(MatterView matter, String name) {
    String known = String.join("、", matter.moves().stream().map(MatterView.Next::name).toList());
    return Refusal.of(ProblemCode.MOVE_NOT_ALLOWED, matter.record().state(), name, known);
  }
}
