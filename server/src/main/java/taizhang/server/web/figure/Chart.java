package taizhang.server.web.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import taizhang.books.period.Period;
import taizhang.server.figure.Overviews;
import taizhang.server.web.Labels;

/**
 * The course of a figure as a drawing and in words.
 *
 * @param line points of a line in a box of 120 × 28, broken where there is no figure
 * @param lastX where the line ends
 * @param words the same for those who cannot see it
 * @param points how many points it has; 0 where all of them are zero
 * @param bars the same as columns in a box of 600 × 160
 */
public record Chart(
    List<String> line, String lastX, String lastY, String words, List<Bar> bars, int points) {

  static final int WIDTH = 600;
  static final int HEIGHT = 160;
  private static final int SPARK_WIDTH = 116;
  private static final int SPARK_HEIGHT = 24;

  public Chart {
    line = List.copyOf(line);
    bars = List.copyOf(bars);
  }

  /**
   * A column.
   *
   * @param label short name of its span: 3月, 2023
   * @param value as written; — where there is none
   * @param href the figure of that span
   */
  public record Bar(
      String label,
      String title,
      String value,
      double x,
      double y,
      double width,
      double height,
      String href) {}

  /** Where the figure of a span stands. */
  interface Door {
    String href(Period span);
  }

  static Chart of(List<Overviews.Step> course, String unit, Door door) {
    BigDecimal top = course.stream().map(s -> at(s)).reduce(BigDecimal.ZERO, BigDecimal::max);
    BigDecimal low = course.stream().map(s -> at(s)).reduce(BigDecimal.ZERO, BigDecimal::min);
    double range = Math.max(top.subtract(low).doubleValue(), 1e-9);
    List<String> line = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    String lastX = "";
    String lastY = "";
    List<Bar> bars = new ArrayList<>();
    double step = (double) WIDTH / course.size();
    for (int n = 0; n < course.size(); n++) {
      Overviews.Step at = course.get(n);
      BigDecimal value = at.value();
      if (value == null) {
        end(run, line);
      } else {
        lastX = round(2 + (double) n * SPARK_WIDTH / Math.max(1, course.size() - 1));
        lastY = round(2 + SPARK_HEIGHT * (1 - value.subtract(low).doubleValue() / range));
        run.append(run.isEmpty() ? "" : " ").append(lastX).append(',').append(lastY);
      }
      bars.add(bar(at, n * step, step, HEIGHT / range, top.doubleValue(), door));
    }
    end(run, line);
    return new Chart(line, lastX, lastY, words(course, unit), bars, points(course));
  }

  private static Bar bar(
      Overviews.Step step, double left, double wide, double scale, double top, Door door) {
    BigDecimal value = step.value();
    double size = value == null ? 0 : value.abs().doubleValue() * scale;
    boolean down = value != null && value.signum() < 0;
    double zero = top * scale;
    return new Bar(
        label(step.span()),
        Labels.period(step.span()),
        value == null ? "—" : Labels.number(value),
        tenth(left + wide * 0.18),
        tenth(down ? zero : zero - size),
        tenth(wide * 0.64),
        tenth(size),
        door.href(step.span()));
  }

  private static void end(StringBuilder run, List<String> line) {
    if (!run.isEmpty()) {
      line.add(run.toString());
      run.setLength(0);
    }
  }

  /** True where there is something to draw. */
  public boolean drawn() {
    return points > 1;
  }

  private static int points(List<Overviews.Step> course) {
    boolean some = course.stream().anyMatch(step -> at(step).signum() != 0);
    return some ? (int) course.stream().filter(step -> step.value() != null).count() : 0;
  }

  private static BigDecimal at(Overviews.Step step) {
    @Nullable BigDecimal value = step.value();
    return Objects.requireNonNullElse(value, BigDecimal.ZERO);
  }

  private static String words(List<Overviews.Step> course, String unit) {
    return course.stream()
        .filter(step -> step.value() != null)
        .map(step -> Labels.period(step.span()) + " " + Labels.number(at(step)) + unit)
        .collect(Collectors.joining("，"));
  }

  private static String label(Period span) {
    return span.days() > 31
        ? Integer.toString(span.to().getYear())
        : span.to().getMonthValue() + "月";
  }

  private static String round(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
