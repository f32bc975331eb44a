package taizhang.server.matter;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.calendar.WorkCalendar;
import taizhang.books.entry.Chain;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Image;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.PostingRule;
import taizhang.books.period.Period;
import taizhang.books.wording.Quotation;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Towns;

/**
 * From what a report promises to tasks with a lead department, a deadline and a target, and back to
 * what became of each: 年初建账、逐月查账、年底交账.
 */
@Service
public class Commitments {

  /** The ledger of tasks of the year, of the pack {@code supervision}. */
  public static final String TASK = "supervision.objective";

  private final Towns towns;
  private final Rules rules;
  private final Entries entries;
  private final RecordRows rows;
  private final Figures figures;
  private final InstantSource clock;

  Commitments(
      Towns towns,
      Rules rules,
      Entries entries,
      RecordRows rows,
      Figures figures,
      InstantSource clock) {
    this.towns = towns;
    this.rules = rules;
    this.entries = entries;
    this.rows = rows;
    this.figures = figures;
    this.clock = clock;
  }

  /**
   * A task to be made.
   *
   * @param name the task, as decomposed
   * @param department the lead department
   * @param supporting the departments that support it, 、 between them; empty for none
   * @param due by when
   * @param indicator full code of the indicator that tells its progress, empty for none
   * @param target how much shall be reached, in base units; null for none
   * @param source the report that promises it: 政府工作报告, 《…》
   * @param sentence its sentence there, empty where it is the task's name
   */
  public record Task(
      String name,
      String department,
      String supporting,
      LocalDate due,
      String indicator,
      @Nullable BigDecimal target,
      String source,
      String sentence) {}

  /**
   * What became of a task.
   *
   * @param record its record
   * @param name the task
   * @param department the lead department
   * @param due by when, null where nothing is said
   * @param reported what its department last reported of it, empty for nothing
   * @param state its state
   * @param done true where its books say it is finished
   * @param value the indicator's figure for the year, null where it has none
   * @param target the target's figure, null where it has none
   * @param reached true where the figure has reached the target; a proposal, a person confirms
   * @param sentence what a report can say of it
   * @param cited the same with citations in place of the figures, for a report's draft
   */
  public record Outcome(
      long record,
      String name,
      String department,
      @Nullable LocalDate due,
      String reported,
      String state,
      boolean done,
      @Nullable Figure value,
      @Nullable Figure target,
      boolean reached,
      String sentence,
      String cited) {}

  /**
   * Makes tasks of a year's commitments, and targets of those that have one; doing it again the
   * same day makes none twice.
   *
   * @return the receipts of the tasks, in their order
   */
  public List<Receipt> adopt(Clearance who, int year, List<Task> tasks) {
    TownRules now = rules.of(towns.find(who.town()));
    String root = now.areas().root().code();
    LocalDate today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
    List<Submission> batch = new ArrayList<>();
    for (Task task : tasks) {
      batch.add(
          opening(root, fields(task, year, today), said(task)).keyed(key("task", year, task)));
    }
    List<Receipt> made = entries.appendAll(who, batch);
    List<Submission> targets = new ArrayList<>();
    for (Task task : tasks) {
      if (!task.indicator().isEmpty() && task.target() != null) {
        targets.add(
            Submission.open(SystemLedger.TARGET, root, null, target(task, year, now))
                .keyed(key("target", year, task)));
      }
    }
    entries.appendAll(who, targets);
    return made;
  }

  private static Submission opening(String area, Map<String, Value> fields, String reason) {
    return new Submission(
        TASK, EntryKind.OPEN, null, null, null, area, null, fields, null, reason, null);
  }

  /** Where it was said, in its own words. */
  private static String said(Task task) {
    return task.source() + (task.sentence().isEmpty() ? "" : "：" + Quotation.of(task.sentence()));
  }

  private static String key(String what, int year, Task task) {
    byte[] digest =
        Chain.digest((year + task.name()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return what + "/" + year + "/" + HexFormat.of().formatHex(digest, 0, 12);
  }

  private static Map<String, Value> fields(Task task, int year, LocalDate today) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put("year", Value.of(Integer.toString(year)));
    fields.put("name", Value.of(task.name()));
    fields.put("origin", Value.of("report"));
    fields.put("source", Value.of(task.source()));
    fields.put("department", Value.of(task.department()));
    if (!task.supporting().isEmpty()) {
      fields.put("supporting", Value.of(task.supporting()));
    }
    fields.put("set_on", Value.of(today));
    fields.put("due_on", Value.of(task.due()));
    if (!task.indicator().isEmpty()) {
      fields.put("indicator", Value.of(task.indicator()));
    }
    return fields;
  }

  private static Map<String, Value> target(Task task, int year, TownRules rules) {
    Indicator indicator = rules.packs().indicator(task.indicator());
    boolean down = indicator != null && "down".equals(indicator.better());
    return Map.of(
        "indicator", Value.of(task.indicator()),
        "period", Value.of(Integer.toString(year)),
        "value", Value.of(java.util.Objects.requireNonNull(task.target())),
        "comparator", Value.of(down ? "le" : "ge"),
        "status", Value.of("target"),
        "source", Value.of(task.source()));
  }

  /** What became of a year's tasks, in the order they were made. */
  public List<Outcome> outcomes(Clearance who, int year) {
    TownRules now = rules.of(towns.find(who.town()));
    List<RecordRow> found = new ArrayList<>();
    rows.each(
        who,
        TASK,
        row -> {
          if (row.image().text("year").equals(Integer.toString(year))) {
            found.add(row);
          }
        });
    found.sort(Comparator.comparing(RecordRow::id));
    Period span = Period.parse(Integer.toString(year));
    Map<String, Figure> read = read(who, now, found, span);
    return found.stream().map(row -> outcome(now, row, span, read)).toList();
  }

  /** What became of one task; null where the record is none or its figure is not the person's. */
  public @Nullable Outcome outcome(Clearance who, RecordView task) {
    TownRules now = rules.of(towns.find(who.town()));
    Indicator indicator = now.packs().indicator(task.image().text("indicator"));
    boolean reads = indicator != null && who.reads(indicator, now.areas().root().code());
    if (!task.ledger().code().equals(TASK) || !reads) {
      return null;
    }
    Period span = Period.parse(task.image().text("year"));
    RecordRow row =
        new RecordRow(
            task.id(), TASK, task.area(), task.state(), 0, 0, task.voided(), task.image());
    return outcome(now, row, span, read(who, now, List.of(row), span));
  }

  /** All figures of the tasks and their targets, by code, in one reading. */
  private Map<String, Figure> read(
      Clearance who, TownRules now, List<RecordRow> tasks, Period year) {
    List<FigureQuery> queries =
        tasks.stream()
            .map(row -> now.packs().indicator(row.image().text("indicator")))
            .filter(Objects::nonNull)
            .map(Indicator::code)
            .distinct()
            .flatMap(code -> Stream.of(code, code + PostingRule.TARGET))
            .map(code -> FigureQuery.of(code, year))
            .toList();
    List<Figure> figures = this.figures.readAll(who, queries);
    Map<String, Figure> read = new HashMap<>();
    for (int n = 0; n < queries.size(); n++) {
      if (figures.get(n).value() != null) {
        read.put(queries.get(n).indicator(), figures.get(n));
      }
    }
    return read;
  }

  private static Outcome outcome(
      TownRules now, RecordRow row, Period year, Map<String, Figure> read) {
    Image image = row.image();
    Indicator indicator = now.packs().indicator(image.text("indicator"));
    Figure value = indicator == null ? null : read.get(indicator.code());
    Figure target = indicator == null ? null : read.get(indicator.code() + PostingRule.TARGET);
    boolean reached = reached(value, target, indicator);
    TaskSentence sentence =
        new TaskSentence(image, row.state(), reached, indicator, value, target, year);
    return new Outcome(
        row.id(),
        image.text("name"),
        image.text("department"),
        image.date("due_on"),
        reported(image),
        row.state(),
        row.state().equals("done"),
        value,
        target,
        reached,
        sentence.printed(),
        sentence.cited());
  }

  private static String reported(Image image) {
    String percent = image.text("percent");
    return image.text("progress") + (percent.isEmpty() ? "" : "（" + percent + "%）");
  }

  private static boolean reached(
      @Nullable Figure value, @Nullable Figure target, @Nullable Indicator indicator) {
    if (value == null || target == null || value.value() == null || target.value() == null) {
      return false;
    }
    int compared = value.value().compareTo(target.value());
    boolean down = indicator != null && "down".equals(indicator.better());
    return down ? compared <= 0 : compared >= 0;
  }
}
