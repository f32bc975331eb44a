package taizhang.server.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.pack.Indicator;
import taizhang.books.wording.Printed;
import taizhang.server.report.Composition.Kind;
import taizhang.server.report.Composition.Line;
import taizhang.server.report.Composition.Run;

/** Brings an outline and the figures of the books together. */
public final class Composer {

  private final FigureSource figures;
  private final IndicatorSource indicators;

  public Composer(FigureSource figures, IndicatorSource indicators) {
    this.figures = figures;
    this.indicators = indicators;
  }

  /**
   * Composes a report; all its figures are read at one point of the books.
   *
   * @throws taizhang.books.refusal.Refusal where it cites what no pack declares
   */
  public Composition compose(Outline outline, Point at) {
    check(outline);
    return new Composing(outline, at).run();
  }

  /**
   * Reads one figure of the report alone.
   *
   * @param n its number on the paper, from 1
   * @return null where the report has no such number
   */
  public Composition.@Nullable Number number(Outline outline, int n, Point at) {
    List<Citation> citations = outline.citations();
    if (n < 1 || n > citations.size()) {
      return null;
    }
    return read(outline, citations.get(n - 1), n, at);
  }

  /** Refuses an outline that cites what no pack declares, or in a unit that does not fit. */
  public void check(Outline outline) {
    List<Mistake> mistakes = new ArrayList<>();
    for (Citation citation : outline.citations()) {
      String wrong = wrong(outline.town(), citation);
      if (wrong != null) {
        mistakes.add(
            new Mistake(
                outline.file(), citation.line(), "{{" + citation.source() + "}}: " + wrong));
      }
    }
    if (!mistakes.isEmpty()) {
      throw Mistake.refusal(mistakes);
    }
  }

  private @Nullable String wrong(String town, Citation citation) {
    Indicator indicator = indicators.find(town, citation.indicator());
    if (indicator == null) {
      return "没有业务模块声明指标 " + citation.indicator();
    }
    try {
      citation.print(BigDecimal.ONE, "=", indicator);
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private Composition.Number read(Outline outline, Citation citation, int n, Point at) {
    Indicator indicator = indicators.find(outline.town(), citation.indicator());
    if (indicator == null) {
      throw new IllegalStateException("not declared: " + citation.code());
    }
    FigureQuery query = citation.query(outline.period(), at);
    Figure figure = figures.read(outline.town(), query);
    Printed printed = citation.print(figure, indicator);
    return new Composition.Number(n, citation, indicator, figure, printed);
  }

  /** One composition under way. */
  private final class Composing {

    private final Outline outline;
    private Point at;
    private final List<Line> lines = new ArrayList<>();
    private final List<Composition.Problem> problems = new ArrayList<>();
    private @Nullable Figure first;
    private int n;

    Composing(Outline outline, Point at) {
      this.outline = outline;
      this.at = at;
    }

    Composition run() {
      line(Kind.TITLE, outline.title());
      line(Kind.SESSION, outline.session());
      line(Kind.PRESENTER, outline.presenter());
      line(Kind.SALUTATION, outline.salutation());
      outline.opening().forEach(this::paragraph);
      for (int c = 0; c < outline.chapters().size(); c++) {
        chapter(outline.chapters().get(c), c + 1);
      }
      outline.closing().forEach(this::paragraph);
      long seq = first == null ? at.seq() == null ? 0 : at.seq() : first.seq();
      LocalDate day = at.day() == null ? outline.period().to() : at.day();
      return new Composition(outline, seq, day, lines, problems, Unsourced.in(outline));
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
        lines.add(new Line(kind, List.of(new Composition.Text(text, false))));
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
          case Citation citation -> runs.add(number(citation));
        }
      }
      lines.add(new Line(Kind.PARAGRAPH, runs));
    }

    private Composition.Number number(Citation citation) {
      Composition.Number number = read(outline, citation, ++n, at);
      if (first == null) {
        first = number.figure();
        LocalDate day = at.day() == null && citation.at() == null ? first.day() : at.day();
        at = new Point(first.seq(), day);
      }
      if (number.missing()) {
        problems.add(
            new Composition.Problem(
                n, citation.line(), citation.code(), number.indicator().title() + "没有数据"));
      }
      return number;
    }
  }
}
