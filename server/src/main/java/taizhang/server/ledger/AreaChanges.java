package taizhang.server.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.area.Area;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/**
 * Merges and moves areas (撤并). A code keeps its parent for ever, so what was counted before stays
 * where it was counted: the old area ends on a day, and from the next day on its records live at
 * its successor. Broken off, it goes on where it stopped.
 */
@Service
public class AreaChanges {
  private static final int PAGE = 200;

  private final Towns towns;
  private final TownScope scope;
  private final Rules rules;
  private final RecordRows rows;
  private final Entries entries;

  AreaChanges(Towns towns, TownScope scope, Rules rules, RecordRows rows, Entries entries) {
    this.towns = towns;
    this.scope = scope;
    this.rules = rules;
    this.rows = rows;
    this.entries = entries;
  }

  private record Living(long id, String ledger, boolean reviewed, @Nullable LocalDate opened) {

    /** A record that was opened after its area had ended moves the day it was opened. */
    LocalDate moves(LocalDate day) {
      return opened == null || opened.isBefore(day) ? day : opened;
    }
  }

  /**
   * Merges an area into another from the day after its last.
   *
   * @return number of records that live at the successor from then on
   * @throws Refusal where an area is unknown, has areas below it, or the two are of different level
   */
  public int merge(String town, String from, String into, LocalDate lastDay, String by) {
    Town in = towns.find(town);
    TownRules current = rules.of(in);
    Area old = area(current, from);
    Area successor = area(current, into);
    if (!old.level().equals(successor.level())) {
      throw Refusal.of(
          ProblemCode.ALREADY,
          from + "(" + old.level() + ") ≠ " + into + "(" + successor.level() + ")");
    }
    if (current.areas().below(from).stream().anyMatch(a -> a.on(lastDay.plusDays(1)))) {
      throw Refusal.of(ProblemCode.ALREADY, "区域 " + from + " 下还有区域，请先撤并下级");
    }
    int moved = moveRecords(in, current, from, into, lastDay.plusDays(1), by);
    end(in, from, into, lastDay, by);
    return moved;
  }

  /**
   * Moves an area below another parent: a successor with its own code begins there, and the old one
   * is merged into it.
   */
  public int move(
      String town, String from, String newCode, String newParent, LocalDate lastDay, String by) {
    Town in = towns.find(town);
    TownRules current = rules.of(in);
    Area old = area(current, from);
    if (current.areas().find(newCode) == null) {
      Map<String, Value> fields =
          Map.of(
              "code", Value.of(newCode),
              "name", Value.of(old.name()),
              "level", Value.of(old.level()),
              "parent", Value.of(area(current, newParent).code()),
              "valid_from", Value.of(lastDay.plusDays(1)));
      String root = current.areas().root().code();
      entries.append(
          town, by, Submission.open(SystemLedger.AREA, root, lastDay.plusDays(1), fields));
    }
    return merge(town, from, newCode, lastDay, by);
  }

  /** A new area begins: 新设, or one part of a 拆分. */
  public void open(Clearance who, Area area) {
    TownRules current = rules.of(towns.find(who.town()));
    if (current.areas().find(area.code()) != null) {
      throw Refusal.of(ProblemCode.ALREADY, "区划代码 " + area.code() + " 已用过，代码不能再用");
    }
    Map<String, Value> fields =
        Map.of(
            "code", Value.of(area.code()),
            "name", Value.of(area.name()),
            "level", Value.of(area.level()),
            "parent", Value.of(area(current, String.valueOf(area.parent())).code()),
            "valid_from", Value.of(Objects.requireNonNull(area.validFrom())));
    String root = current.areas().root().code();
    entries.append(who, Submission.open(SystemLedger.AREA, root, area.validFrom(), fields));
  }

  /** An area is called otherwise from a day on; its code stays. */
  public void rename(Clearance who, String code, String name, LocalDate from) {
    area(rules.of(towns.find(who.town())), code);
    long record = record(who.town(), code);
    entries.append(
        who, Submission.change(SystemLedger.AREA, record, from, Map.of("name", Value.of(name))));
  }

  /** How many records live in an area. */
  public long living(String town, String code) {
    Town in = towns.find(town);
    return scope.read(
        in,
        sql ->
            sql.sql(
                    """
                    select count(*) from record
                    where town = ? and area = ? and not void and ledger not like 'system.%'
                    """)
                .param(in.id())
                .param(code)
                .query((row, n) -> row.getLong(1))
                .single());
  }

  private static Area area(TownRules rules, String code) {
    Area area = rules.areas().find(code);
    if (area == null) {
      throw Refusal.of(ProblemCode.UNKNOWN_AREA, code);
    }
    return area;
  }

  private int moveRecords(
      Town town, TownRules current, String from, String into, LocalDate day, String by) {
    int moved = 0;
    List<Living> page;
    long after = 0;
    do {
      page = living(town, from, after);
      List<Submission> changes = new ArrayList<>();
      List<Submission> reviews = new ArrayList<>();
      for (Living record : page) {
        String key = "merge:" + from + ":" + into + ":" + record.id();
        changes.add(
            Submission.change(record.ledger(), record.id(), record.moves(day), Map.of())
                .in(into)
                .keyed(key));
        if (record.reviewed() && current.ledger(record.ledger()).review()) {
          reviews.add(Submission.review(record.ledger(), record.id()).keyed(key + ":review"));
        }
        after = record.id();
      }
      moved += entries.appendAll(town.code(), by, changes).size();
      entries.appendAll(town.code(), by, reviews);
    } while (page.size() == PAGE);
    return moved;
  }

  private List<Living> living(Town town, String area, long after) {
    return scope.read(
        town,
        sql ->
            sql.sql(
                    """
                    select id, ledger, reviewed = version, opened_on from record
                    where town = ? and area = ? and id > ? and not void and ledger not like 'system.%'
                    order by id limit ?
                    """)
                .param(town.id())
                .param(area)
                .param(after)
                .param(PAGE)
                .query((row, n) ->
                    new Living(
                        row.getLong(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getObject(4, LocalDate.class)))
                .list());
  }

  private void end(Town town, String from, String into, LocalDate lastDay, String by) {
    long record = record(town.code(), from);
    Map<String, Value> fields = Map.of("valid_to", Value.of(lastDay), "successor", Value.of(into));
    entries.append(
        town.code(),
        by,
        Submission.change(SystemLedger.AREA, record, lastDay, fields)
            .keyed("merge:" + from + ":" + into));
  }

  private long record(String town, String code) {
    return rows.with(town, List.of(SystemLedger.AREA), "code", code).getFirst().id();
  }
}
