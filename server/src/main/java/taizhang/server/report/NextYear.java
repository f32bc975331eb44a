package taizhang.server.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import taizhang.books.period.Period;
import taizhang.books.wording.Quotation;
import taizhang.prose.Options;
import taizhang.prose.ReportReader;
import taizhang.prose.catalogue.Catalogue;
import taizhang.prose.commitment.Commitment;
import taizhang.prose.text.SourceText;
import taizhang.server.report.Outline.Chapter;
import taizhang.server.report.Outline.Paragraph;

/**
 * Begins next year's report from this year's: the same chapters and citations, every period a year
 * on. The year reported on and the one after it move in the prose too; other years are facts and
 * stay. What this year's report promised can be taken in as what next year's has to answer for.
 */
final class NextYear {

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})(?=年)");
  private static final Pattern CITATION = Pattern.compile("\\{\\{(.*?)}}");
  private static final Pattern OPTION = Pattern.compile("(?<=\\s)(period|at)=(\\S+)");

  private final Outline outline;
  private final UnaryOperator<String> became;

  private NextYear(Outline outline, UnaryOperator<String> became) {
    this.outline = outline;
    this.became = became;
  }

  /** What a report promises. */
  static List<String> promises(Composition report) {
    String text =
        report.lines().stream().map(Composition.Line::text).collect(Collectors.joining("\n"));
    return ReportReader.read(
            new SourceText(report.outline().title(), text),
            new Options(report.outline().year(), Catalogue.NONE))
        .commitments()
        .stream()
        .map(Commitment::text)
        .distinct()
        .toList();
  }

  /**
   * The outline of the year after.
   *
   * @param promises of this year's report, to be answered for in a first chapter; none for no such
   *     chapter
   * @param became what became of a promise, empty where the books do not say
   */
  static Outline of(Outline outline, List<String> promises, UnaryOperator<String> became) {
    NextYear next = new NextYear(outline, became);
    Outline moved =
        new Outline(
            outline.file(),
            "",
            next.prose(outline.title()),
            outline.town(),
            outline.year() + 1,
            later(outline.period()),
            next.prose(outline.session()),
            outline.presenter(),
            outline.salutation(),
            next.all(outline.opening()),
            next.chapters(promises),
            next.all(outline.closing()));
    return OutlineReader.read(outline.file(), OutlineWriter.write(moved));
  }

  private List<Chapter> chapters(List<String> promises) {
    List<Chapter> chapters = new ArrayList<>();
    if (!promises.isEmpty()) {
      chapters.add(new Chapter((outline.year() + 1) + "年目标任务落实情况", answers(promises), List.of()));
    }
    for (Chapter chapter : outline.chapters()) {
      chapters.add(
          new Chapter(
              prose(chapter.title()),
              all(chapter.paragraphs()),
              chapter.sections().stream()
                  .map(s -> new Outline.Section(prose(s.title()), all(s.paragraphs())))
                  .toList()));
    }
    return chapters;
  }

  private List<Paragraph> answers(List<String> promises) {
    Set<String> taken = OutlineEdit.marks(outline);
    return promises.stream()
        .map(promise -> {
          String plain = promise.replace("{{", "").replace("}}", "").strip();
          String said = plain.replaceAll("[。；;，,]+$", "");
          String quoted = Quotation.of(said);
          String answer = became.apply(promise);
          String text =
              "上年提出："
                  + quoted
                  + "。落实情况："
                  + (answer.startsWith(quoted) ? answer.substring(quoted.length()) : answer);
          return OutlineEdit.paragraph(OutlineEdit.free(taken), "", text);
        })
        .toList();
  }

  private List<Paragraph> all(List<Paragraph> paragraphs) {
    return paragraphs.stream()
        .map(p -> OutlineEdit.paragraph(p.id(), prose(p.lead()), source(p.source())))
        .toList();
  }

  private String source(String source) {
    Matcher matcher = CITATION.matcher(source);
    StringBuilder moved = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      moved.append(prose(source.substring(from, matcher.start())));
      moved.append("{{").append(citation(matcher.group(1))).append("}}");
      from = matcher.end();
    }
    return moved.append(prose(source.substring(from))).toString();
  }

  private static String citation(String source) {
    return OPTION
        .matcher(source)
        .replaceAll(m ->
            m.group(1)
                + "="
                + (m.group(1).equals("at")
                    ? LocalDate.parse(m.group(2)).plusYears(1).toString()
                    : later(Period.parse(m.group(2))).toString()));
  }

  private static Period later(Period period) {
    return Period.parse(
        Pattern.compile("\\d{4}(?=$|[-/])|(?<=/)\\d{4}")
            .matcher(period.toString())
            .replaceAll(m -> Integer.toString(Integer.parseInt(m.group()) + 1)));
  }

  private String prose(String text) {
    return YEAR.matcher(text)
        .replaceAll(m -> {
          int year = Integer.parseInt(m.group(1));
          boolean moves = year == outline.year() || year == outline.year() + 1;
          return Integer.toString(moves ? year + 1 : year);
        });
  }
}
