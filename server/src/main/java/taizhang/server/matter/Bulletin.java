package taizhang.server.matter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.report.Sheet;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/** The monthly bulletin of supervision (督查通报): what was closed, in time, is open, is late. */
@Service
public class Bulletin {

  private final Towns towns;
  private final TownScope scope;
  private final Rules rules;

  Bulletin(Towns towns, TownScope scope, Rules rules) {
    this.towns = towns;
    this.scope = scope;
    this.rules = rules;
  }

  /**
   * Counts of one department or ledger.
   *
   * @param closed clocks that ended in the month
   * @param inTime of those, in time
   * @param open clocks running at the month's end
   * @param late of those, past their time
   * @param returned how often in the month a matter was sent back to an earlier state
   */
  public record Count(int closed, int inTime, int open, int late, int returned) {

    static final Count NONE = new Count(0, 0, 0, 0, 0);

    /** Both together. */
    public Count plus(Count other) {
      return new Count(
          closed + other.closed,
          inTime + other.inTime,
          open + other.open,
          late + other.late,
          returned + other.returned);
    }

    /** 办结率: of what was closed or still runs, the share closed; empty for none. */
    public String closingRate() {
      return percent(closed, closed + open);
    }

    /** 按期办结率: of what was closed, the share in time; empty for none. */
    public String onTimeRate() {
      return percent(inTime, closed);
    }

    /** 退回率: of closings and returns together, the share of returns; empty for none. */
    public String returnRate() {
      return percent(returned, closed + returned);
    }

    /** In percent with at most one decimal. */
    private static String percent(int part, int whole) {
      if (whole == 0) {
        return "";
      }
      BigDecimal rate =
          BigDecimal.valueOf(100L * part)
              .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
              .stripTrailingZeros();
      return rate.toPlainString() + "%";
    }
  }

  /**
   * The counts of a month.
   *
   * @param ledgers by title of the ledger, in the order of the packs
   * @param departments by the department that a record names, or that keeps its ledger
   */
  public record Month(
      SequencedMap<String, Count> ledgers, SequencedMap<String, Count> departments) {

    /** All together. */
    public Count total() {
      return ledgers.values().stream().reduce(Count.NONE, Count::plus);
    }
  }

  /** The counts of a month, as far as a person may read the records. */
  public Month of(Clearance who, YearMonth month) {
    Town town = towns.find(who.town());
    TownRules now = rules.of(town);
    List<BulletinSql.Counted> counted =
        scope.read(town, sql -> new BulletinSql(town, now, who, month).counted(sql));
    SequencedMap<String, Count> ledgers = new LinkedHashMap<>();
    TreeMap<String, Count> departments = new TreeMap<>();
    for (Ledger ledger : Deadlines.ledgers(now)) {
      counted.stream()
          .filter(one -> one.ledger().equals(ledger.code()))
          .forEach(one -> ledgers.merge(ledger.title(), one.count(), Count::plus));
    }
    counted.forEach(one -> departments.merge(one.department(), one.count(), Count::plus));
    ledgers.values().removeIf(Count.NONE::equals);
    departments.values().removeIf(Count.NONE::equals);
    return new Month(ledgers, departments);
  }

  /** The bulletin as .docx in official layout. */
  public byte[] docx(Clearance who, YearMonth month, boolean demo) {
    Town town = towns.find(who.town());
    String when = month.getYear() + "年" + month.getMonthValue() + "月";
    Month counts = of(who, month);
    LocalDate last = month.atEndOfMonth();
    List<Sheet.Part> parts = new ArrayList<>();
    parts.add(new Sheet.Part("总体情况", paragraphs(counts.ledgers())));
    parts.add(new Sheet.Part("各单位情况", paragraphs(counts.departments())));
    return Sheet.docx(new Sheet(town.name() + when + "督查通报", town.name(), last, parts), demo);
  }

  private static List<String> paragraphs(Map<String, Count> counts) {
    List<String> lines = new ArrayList<>();
    counts.forEach((name, count) -> {
      StringBuilder line =
          new StringBuilder(name).append("：当月办结").append(count.closed()).append("件");
      if (count.closed() > 0) {
        line.append("，其中按期").append(count.inTime()).append("件，按期办结率").append(count.onTimeRate());
      }
      if (count.returned() > 0) {
        line.append("，退回").append(count.returned()).append("次，退回率").append(count.returnRate());
      }
      line.append("；月末在办").append(count.open()).append("件，逾期").append(count.late()).append("件。");
      lines.add(line.toString());
    });
    if (lines.isEmpty()) {
      lines.add("当月没有办结和在办事项。");
    }
    return lines;
  }
}
