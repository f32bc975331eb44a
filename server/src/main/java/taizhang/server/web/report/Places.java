package taizhang.server.web.report;

import java.util.List;
import taizhang.server.report.Outline;

/** Where a paragraph stands, in words. */
final class Places {

  private Places() {}

  static String of(Outline outline, String id) {
    int n = in(outline.opening(), id);
    if (n > 0) {
      return "开头第" + n + "段";
    }
    for (int c = 0; c < outline.chapters().size(); c++) {
      Outline.Chapter chapter = outline.chapters().get(c);
      String part = "第" + (c + 1) + "部分";
      n = in(chapter.paragraphs(), id);
      if (n > 0) {
        return part + "第" + n + "段";
      }
      for (int s = 0; s < chapter.sections().size(); s++) {
        n = in(chapter.sections().get(s).paragraphs(), id);
        if (n > 0) {
          return part + "第" + (s + 1) + "节第" + n + "段";
        }
      }
    }
    n = in(outline.closing(), id);
    return n > 0 ? "结尾第" + n + "段" : "";
  }

  private static int in(List<Outline.Paragraph> paragraphs, String id) {
    for (int i = 0; i < paragraphs.size(); i++) {
      if (paragraphs.get(i).id().equals(id)) {
        return i + 1;
      }
    }
    return 0;
  }
}
