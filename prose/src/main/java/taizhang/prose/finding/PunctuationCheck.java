package taizhang.prose.finding;

import org.jspecify.annotations.Nullable;
import taizhang.prose.text.Line;

/** Half-width punctuation, told once for a report, and quotation marks that do not pair. */
final class PunctuationCheck implements Check {

  @Override
  public void run(Checked checked, Findings findings) {
    Line first = null;
    int at = 0;
    int count = 0;
    for (Line line : checked.report().lines()) {
      String text = line.text();
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) < 0x80 && Widths.narrow(text, i)) {
          count++;
          boolean better = first == null || first.text().charAt(at) != ',' && text.charAt(i) == ',';
          if (better) {
            first = line;
            at = i;
          }
        }
      }
      pairs(line, findings);
    }
    width(first, at, count, findings);
  }

  private static void width(@Nullable Line first, int at, int count, Findings findings) {
    if (first != null) {
      findings.add("punctuation.width", first, at, at + 1, "半角标点共 " + count + " 处", "改为全角");
    }
  }

  /** An opening mark without its closing one in the same paragraph, or the other way round. */
  private static void pairs(Line line, Findings findings) {
    pair(line, '“', '”', findings);
    pair(line, '《', '》', findings);
    pair(line, '（', '）', findings);
  }

  private static void pair(Line line, char open, char close, Findings findings) {
    String text = line.text();
    int opened = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == open) {
        if (opened >= 0 && open == '“') {
          break;
        }
        opened = i;
      } else if (c == close) {
        if (opened < 0) {
          if (open != '（' && !(open == '《' && i == 0)) {
            findings.add("punctuation.pair", line, i, i + 1, "缺少 " + open, "补全或删去");
          }
          return;
        }
        opened = -1;
      }
    }
    if (opened >= 0 && open != '（') {
      findings.add("punctuation.pair", line, opened, opened + 1, "缺少 " + close, "补全或删去");
    }
  }
}
