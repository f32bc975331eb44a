package taizhang.server.web.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.figure.Progress;
import taizhang.books.pack.Indicator;
import taizhang.books.wording.Wording;
import taizhang.server.figure.Overviews;
import taizhang.server.web.Labels;
import taizhang.server.web.PanelLinks;

/**
 * A figure with its target, progress and course, ready to be shown.
 *
 * @param words as officials write it, in groups of three digits; —— where there is none
 * @param exact in full with its unit
 * @param target as written, empty where none is set
 * @param completion in percent, empty where there is none
 * @param bar width of the bar of completion, 0 to 100
 * @param tick where time stands on that bar, −1 where the indicator does not go with time
 * @param light class of the light
 * @param state what the light says
 */
public record HeadlineShown(
    String title,
    String words,
    String exact,
    String href,
    String target,
    String completion,
    int bar,
    int tick,
    String light,
    String state,
    boolean missing,
    Chart chart) {

  static HeadlineShown of(String town, Overviews.Headline headline, Point at) {
    Indicator indicator = headline.indicator();
    Progress progress = headline.progress();
    BigDecimal value = headline.figure().value();
    BigDecimal goal = headline.target().value();
    BigDecimal completion = progress.completion();
    FigureQuery query =
        FigureQuery.of(indicator.code(), headline.figure().period())
            .in(headline.figure().area())
            .at(at);
    boolean paced = indicator.pace() && completion != null;
    return new HeadlineShown(
        indicator.title(),
        Labels.grouped(Wording.write(value, indicator.unit(), indicator.print()).text()),
        value == null ? "" : Labels.number(value) + indicator.unit(),
        PanelLinks.figure(town, query),
        goal == null
            ? ""
            : Labels.grouped(Wording.write(goal, indicator.unit(), indicator.print()).text()),
        completion == null ? "" : percent(completion),
        completion == null ? 0 : width(completion),
        paced ? width(progress.elapsed()) : -1,
        light(progress.light()),
        state(progress, goal != null),
        value == null,
        Chart.of(
            headline.course(),
            indicator.unit(),
            span -> PanelLinks.figure(town, query.during(span))));
  }

  private static String percent(BigDecimal value) {
    return Labels.number(value.setScale(1, RoundingMode.HALF_UP)) + "%";
  }

  private static int width(BigDecimal percent) {
    return Math.clamp(percent.setScale(0, RoundingMode.HALF_UP).intValue(), 0, 100);
  }

  private static String light(Progress.Light light) {
    return switch (light) {
      case ON_TIME -> "on-time";
      case NEAR -> "near";
      case LATE -> "late";
      case WAITING -> "waiting";
    };
  }

  private static String state(Progress progress, boolean target) {
    return switch (progress.light()) {
      case ON_TIME -> "达到目标进度";
      case NEAR -> "略慢于目标进度";
      case LATE -> "落后于目标进度";
      case WAITING -> target ? "未到期，暂不评价" : "未设目标";
    };
  }
}
