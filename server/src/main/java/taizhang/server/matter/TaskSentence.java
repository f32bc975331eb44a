package taizhang.server.matter;

import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Image;
import taizhang.books.figure.Figure;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.PostingRule;
import taizhang.books.period.Period;
import taizhang.books.wording.Quotation;
import taizhang.books.wording.Wording;

/**
 * What a report can say of a task; no more than the books: finished only where someone confirmed
 * it.
 *
 * @param image the task
 * @param state its state
 * @param reached true where the figure has reached the target
 * @param indicator that tells its progress, null for none
 * @param value the indicator's figure, null where there is none
 * @param target the target's figure, null where there is none
 * @param year the task's year
 */
record TaskSentence(
    Image image,
    String state,
    boolean reached,
    @Nullable Indicator indicator,
    @Nullable Figure value,
    @Nullable Figure target,
    Period year) {

  /** With the figures as they are now. */
  String printed() {
    if (indicator == null || value == null) {
      return became() + after();
    }
    String goal = target == null ? "" : "（目标" + written(indicator, target) + "）";
    return became() + "，" + indicator.title() + written(indicator, value) + goal + after();
  }

  /** With citations, which a report reads from the books itself. */
  String cited() {
    if (indicator == null || value == null) {
      return became() + after();
    }
    String code = indicator.code();
    String of = " period=" + year + "}}";
    String goal = target == null ? "" : "（目标{{" + code + PostingRule.TARGET + of + "）";
    return became() + "，" + indicator.title() + "{{" + code + of + goal + after();
  }

  private String became() {
    String became =
        switch (state) {
          case "done" -> "已完成";
          case "cancelled" -> "已调整取消";
          case "held" -> "已挂账，待条件具备后继续推进";
          default -> reached ? "目标已达到，待确认" : "正在推进";
        };
    return Quotation.of(image.text("name")) + became;
  }

  private String after() {
    String result = image.text("result");
    return (state.equals("done") && !result.isEmpty() ? "：" + result : "") + "。";
  }

  private static String written(Indicator indicator, Figure figure) {
    return Wording.write(figure.value(), indicator.unit(), indicator.print()).text();
  }
}
