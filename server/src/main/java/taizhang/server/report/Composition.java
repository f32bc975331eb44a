package taizhang.server.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import taizhang.books.figure.Figure;
import taizhang.books.pack.Indicator;
import taizhang.books.wording.Printed;

/**
 * A report with its figures, read at one point of the books.
 *
 * @param outline what it was composed from
 * @param seq newest entry read
 * @param day last day read
 * @param lines the paper, top to bottom
 * @param problems citations that found no figure
 * @param unsourced numbers typed in the prose
 */
public record Composition(
    Outline outline,
    long seq,
    LocalDate day,
    List<Line> lines,
    List<Problem> problems,
    List<Unsourced> unsourced) {

  public Composition {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
    unsourced = List.copyOf(unsourced);
  }

  /** What a line of the paper is. */
  public enum Kind {
    TITLE,
    SESSION,
    PRESENTER,
    SALUTATION,
    CHAPTER,
    SECTION,
    PARAGRAPH,
    SIGNATURE
  }

  /**
   * A heading or a paragraph.
   *
   * @param paragraph the paragraph's mark in the outline, empty for a heading
   */
  public record Line(Kind kind, String paragraph, List<Run> runs) {
    public Line {
      runs = List.copyOf(runs);
    }

    /** A line that is no paragraph of an outline. */
    public Line(Kind kind, List<Run> runs) {
      this(kind, "", runs);
    }

    /** What it reads as. */
    public String text() {
      StringBuilder text = new StringBuilder();
      runs.forEach(run -> text.append(run.text()));
      return text.toString();
    }
  }

  /** A stretch of a line. */
  public sealed interface Run {
    String text();
  }

  /** Prose; {@code lead} for a heading run into the paragraph. */
  public record Text(String text, boolean lead) implements Run {}

  /**
   * A figure in its place.
   *
   * @param n its number on the paper, from 1
   */
  public record Number(
      int n, Citation citation, Indicator indicator, Figure figure, Printed printed)
      implements Run {

    @Override
    public String text() {
      return printed.text();
    }

    public boolean missing() {
      return printed.stated() == null;
    }
  }

  /**
   * A citation without a figure.
   *
   * @param line where it stands in the outline
   */
  public record Problem(int n, int line, String code, String message) {}

  /** The figures in reading order; the first is number 1. */
  public List<Number> numbers() {
    return lines.stream()
        .flatMap(line -> line.runs.stream())
        .flatMap(run -> run instanceof Number n ? Stream.of(n) : Stream.empty())
        .toList();
  }

  /** The same paper with its numbers printed in other words, one for each in reading order. */
  Composition printing(List<String> words) {
    List<Line> set =
        lines.stream()
            .map(line ->
                new Line(
                    line.kind,
                    line.paragraph,
                    line.runs.stream().map(r -> word(r, words)).toList()))
            .toList();
    return new Composition(outline, seq, day, set, problems, unsourced);
  }

  private static Run word(Run run, List<String> words) {
    return switch (run) {
      case Text text -> text;
      case Number n ->
          new Number(n.n, n.citation, n.indicator, n.figure, n.printed.as(words.get(n.n - 1)));
    };
  }
}
