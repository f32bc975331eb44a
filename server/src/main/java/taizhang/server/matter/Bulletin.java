package taizhang.server.matter;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Image;
import taizhang.books.matter.Standing;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.report.Sheet;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;

/** The monthly bulletin of supervision (督查通报): what was closed, in time, is open, is late. */
@Service
public class Bulletin {

  private final Towns towns;
  private final Rules rules;
  private final RecordRows rows;

  Bulletin(Towns towns, Rules rules, RecordRows rows) {
    this.towns = towns;
    this.rules = rules;
    this.rows = rows;
  }

  /**
   * Counts of one department or ledger.
   *
   * @param closed clocks that ended in the month
   * @param inTime of those, in time
   * @param open clocks running at the month's end
   * @param late of those, past their time
   */
  public record Count(int closed, int inTime, int open, int late) {

    static final Count NONE = new Count(0, 0, 0, 0);

    Count plus(Count other) {
      return new Count(
          closed + other.closed, inTime + other.inTime, open + other.open, late + other.late);
    }

    /** Share of what was closed that was in time, in percent with one decimal; empty for none. */
    String rate() {
      if (closed == 0) {
        return "";
      }
      java.math.BigDecimal rate =
          java.math.BigDecimal.valueOf(100L * inTime)
              .divide(java.math.BigDecimal.valueOf(closed), 1, java.math.RoundingMode.HALF_UP)
              .stripTrailingZeros();
      return rate.toPlainString() + "%";
    }
  }

  /** Counts of a month by ledger, in the order of the packs; ledgers without any are left out. */
  public Map<String, Count> byLedger(Clearance who, YearMonth month) {
    Map<String, Count> counts = new java.util.LinkedHashMap<>();
    each(who, month, (ledger, department, count) -> counts.merge(ledger, count, Count::plus));
    counts.values().removeIf(Count.NONE::equals);
    return counts;
  }

  /** Counts of a month by department, for records that name one. */
  public Map<String, Count> byDepartment(Clearance who, YearMonth month) {
    Map<String, Count> counts = new TreeMap<>();
    each(
        who,
        month,
        (ledger, department, count) -> {
          if (!department.isEmpty() && !count.equals(Count.NONE)) {
            counts.merge(department, count, Count::plus);
          }
        });
    return counts;
  }

  private interface Counted {
    void of(String ledger, String department, Count count);
  }

  private void each(Clearance who, YearMonth month, Counted counted) {
    TownRules now = rules.of(towns.find(who.town()));
    for (Ledger ledger : Deadlines.ledgers(now)) {
      Lifecycle lifecycle = Objects.requireNonNull(ledger.lifecycle());
      rows.each(
          who,
          ledger.code(),
          (RecordRow row) -> {
            Image image = row.image();
            for (Standing standing : Standing.of(lifecycle, image)) {
              counted.of(ledger.title(), image.text("department"), count(standing, month));
            }
          });
    }
  }

  private static Count count(Standing standing, YearMonth month) {
    LocalDate ended = standing.ended();
    LocalDate last = month.atEndOfMonth();
    boolean closed = ended != null && YearMonth.from(ended).equals(month);
    LocalDateTime due = standing.due();
    boolean open = standing.run() > 0 && (ended == null || ended.isAfter(last));
    boolean late = open && due != null && due.toLocalDate().isBefore(last.plusDays(1));
    return new Count(closed ? 1 : 0, closed && standing.kept() ? 1 : 0, open ? 1 : 0, late ? 1 : 0);
  }

  /** The bulletin as .docx in official layout. */
  public byte[] docx(Clearance who, YearMonth month, boolean demo) {
    Town town = towns.find(who.town());
    String when = month.getYear() + "年" + month.getMonthValue() + "月";
    List<Sheet.Part> parts = new ArrayList<>();
    parts.add(new Sheet.Part("总体情况", paragraphs(byLedger(who, month))));
    parts.add(new Sheet.Part("各单位情况", paragraphs(byDepartment(who, month))));
    return Sheet.docx(
        new Sheet(town.name() + when + "督查通报", town.name(), month.atEndOfMonth(), parts), demo);
  }

  private static List<String> paragraphs(Map<String, Count> counts) {
    List<String> lines = new ArrayList<>();
    counts.forEach((name, count) -> {
      StringBuilder line =
          new StringBuilder(name).append("：当月办结").append(count.closed()).append("件");
      if (count.closed() > 0) {
        line.append("，其中按期").append(count.inTime()).append("件，按期办结率").append(count.rate());
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
