package taizhang.server.web.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Indicator;
import taizhang.books.wording.Wording;
import taizhang.prose.claim.Claim;
import taizhang.prose.compare.Outcome;
import taizhang.server.reading.BooksCheck;
import taizhang.server.reading.Checked;
import taizhang.server.web.Labels;
import taizhang.server.web.PanelLinks;

/**
 * A claim in its list.
 *
 * @param town code of the town
 * @param record the record it was entered as, 0 for none
 */
public record ClaimLine(String town, Checked checked, long record) {

  public Claim claim() {
    return checked.claim();
  }

  /** The value in full with its unit: 47,170,000 元. */
  public String value() {
    BigDecimal high = claim().high();
    String to = high == null ? "" : "—" + Labels.number(high);
    return Labels.number(claim().value()) + to + " " + claim().unit().name();
  }

  /** The period, in words. */
  public String period() {
    var period = BooksCheck.period(claim());
    return period == null ? claim().period() : Labels.period(period);
  }

  /** What kind of number it is. */
  public String role() {
    String kind =
        switch (claim().kind()) {
          case ACTUAL -> "";
          case TARGET -> "目标";
          case STANDING -> "常态";
        };
    return kind
        + switch (claim().role()) {
          case LEVEL -> "总量";
          case SHARE -> "占比";
          case GROWTH -> "增幅";
          case COMPLETION -> "完成率";
          case EXCESS -> "超出";
          case RATE -> "比率";
          case FACTOR -> "倍数";
          case RANK -> "位次";
        };
  }

  /** The class of its light. */
  public String light() {
    return switch (checked.standing()) {
      case MATCHES -> "on-time";
      case DIFFERS -> "late";
      case ABSENT, APART, UNMATCHED -> "waiting";
    };
  }

  /** How it stands to the books, in words. */
  public String standing() {
    return switch (checked.outcome()) {
      case null -> checked.indicator() == null ? "未对应指标" : "未核对：" + checked.why();
      case Outcome.Matches same -> "与账一致：" + printed(same.book());
      case Outcome.Differs other -> "账上" + printed(other.book()) + "，文中" + by(other);
      case Outcome.NotInBooks ignored -> "账上没有";
      case Outcome.OtherMeasure ignored -> "未核对：" + checked.why();
    };
  }

  private String by(Outcome.Differs other) {
    String way = other.by().signum() > 0 ? "多" : "少";
    BigDecimal by = other.by().abs();
    if (claim().unit().percent()) {
      return way + Labels.number(rounded(by)) + "个百分点";
    }
    String percent =
        other.percent() == null ? "" : "（" + Labels.number(other.percent().abs()) + "%）";
    return way + printed(by) + percent;
  }

  private String printed(BigDecimal value) {
    Indicator indicator = checked.indicator();
    return indicator != null && indicator.unit().equals(claim().unit().name())
        ? Wording.write(value, indicator.unit(), indicator.print()).text()
        : Labels.number(rounded(value)) + claim().unit().name();
  }

  private static BigDecimal rounded(BigDecimal value) {
    return value.setScale(Math.clamp(value.scale(), 0, 2), RoundingMode.HALF_UP);
  }

  /** The page of the figure it was compared with, null where there is none. */
  public @Nullable String figure() {
    return checked.query() == null ? null : PanelLinks.figure(town, checked.query());
  }

  /** How it came to its indicator. */
  public String matched() {
    if (checked.chosen()) {
      return "人工选定";
    }
    return claim().indicator() == null ? "随所属数据" : "匹配度 " + Math.round(claim().score() * 100) + "%";
  }
}
