package taizhang.server.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import taizhang.books.period.Period;
import taizhang.server.report.Composition.Kind;
import taizhang.server.report.Composition.Line;

/**
 * A short paper that is not composed from an outline, such as a bulletin.
 *
 * @param title its title
 * @param issuer who issues it
 * @param day the day it speaks of
 * @param parts chapters in their order
 */
public record Sheet(String title, String issuer, LocalDate day, List<Part> parts) {

  public Sheet {
    parts = List.copyOf(parts);
  }

  /** A chapter with its paragraphs. */
  public record Part(String title, List<String> paragraphs) {
    public Part {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** The paper as .docx in official layout. */
  public static byte[] docx(Sheet sheet, boolean demo) {
    return Paper.docx(sheet.composition(), demo);
  }

  private Composition composition() {
    List<Line> lines = new ArrayList<>();
    line(lines, Kind.TITLE, title);
    for (int n = 0; n < parts.size(); n++) {
      line(lines, Kind.CHAPTER, Ordinals.of(n + 1) + "、" + parts.get(n).title());
      parts.get(n).paragraphs().forEach(text -> line(lines, Kind.PARAGRAPH, text));
    }
    line(lines, Kind.SIGNATURE, issuer);
    line(
        lines,
        Kind.SIGNATURE,
        day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日");
    return new Composition(outline(), 0, day, lines, List.of(), List.of());
  }

  private Outline outline() {
    Period year = Period.parse(Integer.toString(day.getYear()));
    return new Outline(
        "", "", title, "", day.getYear(), year, "", issuer, "", List.of(), List.of(), List.of());
  }

  private static void line(List<Line> lines, Kind kind, String text) {
    lines.add(new Line(kind, "", List.of(new Composition.Text(text, false))));
  }
}
