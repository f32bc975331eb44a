package taizhang.server.web.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import taizhang.prose.lexicon.Likeness;
import taizhang.server.report.Composition;

/** Finds the chapter of another report that speaks of the same. */
final class Chapters {

  private static final double LIKE = 0.25;

  private Chapters() {}

  /** The chapter with the title most like one; the opening for the opening. */
  static LastYear like(Composition report, String title, int year) {
    Map<String, List<String>> chapters = new LinkedHashMap<>();
    String heading = "";
    for (Composition.Line line : report.lines()) {
      switch (line.kind()) {
        case CHAPTER -> heading = line.text();
        case PARAGRAPH ->
            chapters.computeIfAbsent(heading, h -> new ArrayList<>()).add(line.text());
        default -> {}
      }
    }
    String best = "";
    double most = title.isEmpty() ? 2 : LIKE;
    for (String chapter : chapters.keySet()) {
      double like = Likeness.of(chapter, title);
      if (like > most) {
        best = chapter;
        most = like;
      }
    }
    List<String> found = chapters.get(best);
    boolean none = found == null || best.isEmpty() && !title.isEmpty();
    return none || found == null ? LastYear.NONE : new LastYear(year, best, found);
  }
}
