package taizhang.server.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import taizhang.books.entry.EntryKind;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.period.Period;
import taizhang.server.ledger.Entries;

/** The words of the screen for what the books call by codes. */
public final class Labels {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private static final Pattern DIGITS = Pattern.compile("(?<![\\d.,])\\d{4,15}(?![\\d,])");

  private Labels() {}

  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  public static String moment(Instant at) {
    return MOMENT.format(at.atZone(Entries.ZONE));
  }

  /** 47170000 as 47,170,000. */
  public static String number(BigDecimal value) {
    DecimalFormat format =
        new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return format.format(value).replace('-', '−');
  }

  /** 82991人次 as 82,991人次: what is read in a column, not in a sentence. */
  public static String grouped(String words) {
    return DIGITS.matcher(words).replaceAll(number -> number(new BigDecimal(number.group())));
  }

  /** 2023年, 2023年1—10月, 2024—2028年. */
  public static String period(Period period) {
    YearMonth from = YearMonth.from(period.from());
    YearMonth to = YearMonth.from(period.to());
    boolean months = period.from().getDayOfMonth() == 1 && period.to().equals(to.atEndOfMonth());
    if (!months) {
      return day(period.from()) + "至" + day(period.to());
    }
    boolean years = from.getMonthValue() == 1 && to.getMonthValue() == 12;
    if (years) {
      return from.getYear() == to.getYear()
          ? from.getYear() + "年"
          : from.getYear() + "—" + to.getYear() + "年";
    }
    if (from.equals(to)) {
      return from.getYear() + "年" + from.getMonthValue() + "月";
    }
    return from.getYear() == to.getYear()
        ? from.getYear() + "年" + from.getMonthValue() + "—" + to.getMonthValue() + "月"
        : from.getYear()
            + "年"
            + from.getMonthValue()
            + "月至"
            + to.getYear()
            + "年"
            + to.getMonthValue()
            + "月";
  }

  public static String kind(EntryKind kind) {
    return switch (kind) {
      case OPEN -> "登记";
      case CHANGE -> "变更";
      case CORRECT -> "更正";
      case MOVE -> "办理";
      case REVIEW -> "审核";
      case VOID -> "作废";
      case RETURN -> "退回";
      case ATTACH -> "附件";
    };
  }

  public static String kind(IndicatorKind kind) {
    return switch (kind) {
      case FLOW -> "期内发生额合计";
      case STOCK -> "期末存量";
      case DISTINCT -> "期内不重复计数";
      case STATED -> "反馈数，不由本镇推算";
      case COMPUTED -> "由其他数据计算";
    };
  }

  public static String authority(String authority) {
    return switch (authority) {
      case "own" -> "本镇";
      case "bureau" -> "统计部门";
      case "finance" -> "财政部门";
      case "tax" -> "税务部门";
      default -> authority;
    };
  }

  public static String status(String status) {
    return switch (status) {
      case "estimate" -> "预计数";
      case "bulletin" -> "快报数";
      case "final" -> "核定数";
      case "target" -> "目标数";
      default -> "实际数";
    };
  }

  /** Class of the light of a matter's time limit that runs. */
  public static String light(String colour, boolean late) {
    if (late) {
      return "late";
    }
    return colour.isEmpty() || colour.equals("blue") ? "on-time" : "near";
  }

  /** How far a deadline is off: 还有 3 天, 已逾期 2 天. */
  public static String left(LocalDateTime now, LocalDateTime due) {
    long days = ChronoUnit.DAYS.between(now.toLocalDate(), due.toLocalDate());
    if (now.isAfter(due)) {
      return days == 0 ? "今日已到期" : "已逾期 " + -days + " 天";
    }
    if (days > 0) {
      return "还有 " + days + " 天";
    }
    long hours = Duration.between(now, due).toHours();
    return hours == 0 ? "不足 1 小时" : "还有 " + hours + " 小时";
  }
}
