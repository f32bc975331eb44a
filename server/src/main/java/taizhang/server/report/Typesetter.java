package taizhang.server.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import taizhang.books.figure.Point;
import taizhang.server.report.Composition.Kind;
import taizhang.server.report.Composition.Line;
import taizhang.server.report.Composition.Run;

/** Sets an outline and its numbers into the lines of the paper. */
final class Typesetter {

  private final List<Line> lines = new ArrayList<>();
  private final List<Composition.Problem> problems = new ArrayList<>();
  private final Iterator<Composition.Number> numbers;

  private Typesetter(List<Composition.Number> numbers) {
    this.numbers = numbers.iterator();
  }

  /**
   * Sets a report.
   *
   * @param numbers one for each citation, in reading order
   * @param at the point asked for, where there is no number to tell it
   */
  static Composition set(Outline outline, List<Composition.Number> numbers, Point at) {
    Typesetter setter = new Typesetter(numbers);
    setter.paper(outline);
    Long asked = at.seq();
    long seq = numbers.isEmpty() ? (asked == null ? 0 : asked) : numbers.getFirst().figure().seq();
    return new Composition(
        outline,
        seq,
        day(outline, numbers, at),
        setter.lines,
        setter.problems,
        Unsourced.in(outline));
  }

  private static LocalDate day(Outline outline, List<Composition.Number> numbers, Point at) {
    LocalDate asked = at.day();
    if (asked != null) {
      return asked;
    }
    return numbers.stream()
        .filter(n -> n.citation().at() == null)
        .findFirst()
        .map(n -> n.figure().day())
        .orElse(outline.period().to());
  }

  private void paper(Outline outline) {
    line(Kind.TITLE, outline.title());
    line(Kind.SESSION, outline.session().isEmpty() ? "" : "（" + outline.session() + "）");
    line(Kind.PRESENTER, outline.presenter());
    line(Kind.SALUTATION, outline.salutation());
    outline.opening().forEach(this::paragraph);
    for (int c = 0; c < outline.chapters().size(); c++) {
      chapter(outline.chapters().get(c), c + 1);
    }
    outline.closing().forEach(this::paragraph);
  }

  private void chapter(Outline.Chapter chapter, int number) {
    line(Kind.CHAPTER, Ordinals.of(number) + "、" + chapter.title());
    chapter.paragraphs().forEach(this::paragraph);
    for (int s = 0; s < chapter.sections().size(); s++) {
      Outline.Section section = chapter.sections().get(s);
      line(Kind.SECTION, "（" + Ordinals.of(s + 1) + "）" + section.title());
      section.paragraphs().forEach(this::paragraph);
    }
  }

  private void line(Kind kind, String text) {
    if (!text.isEmpty()) {
      lines.add(new Line(kind, "", List.of(new Composition.Text(text, false))));
    }
  }

  private void paragraph(Outline.Paragraph paragraph) {
    List<Run> runs = new ArrayList<>();
    if (!paragraph.lead().isEmpty()) {
      runs.add(new Composition.Text(paragraph.lead(), true));
    }
    for (Outline.Piece piece : paragraph.pieces()) {
      switch (piece) {
        case Outline.Words words -> runs.add(new Composition.Text(words.text(), false));
        case Citation _ -> runs.add(next());
      }
    }
    lines.add(new Line(Kind.PARAGRAPH, paragraph.id(), runs));
  }

  private Composition.Number next() {
    Composition.Number number = numbers.next();
    if (number.missing()) {
      problems.add(
          new Composition.Problem(
              number.n(),
              number.citation().line(),
              number.citation().code(),
              number.indicator().title() + "没有数据"));
    }
    return number;
  }
}
