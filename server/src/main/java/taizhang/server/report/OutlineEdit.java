package taizhang.server.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import taizhang.server.report.Outline.Chapter;
import taizhang.server.report.Outline.Paragraph;
import taizhang.server.report.Outline.Section;
import taizhang.server.report.Outline.Words;

/** Changes of an outline, one paragraph at a time; the marks of all others stay. */
final class OutlineEdit {

  private OutlineEdit() {}

  /**
   * An outline with a paragraph written anew. An empty line in the text begins a new paragraph
   * after it.
   */
  static Outline rewrite(Outline outline, String id, String lead, String text) {
    List<String> texts =
        Stream.of(text.split("\\R\\s*\\R"))
            .map(part -> OutlineWriter.oneLine(part.replaceAll("\\R", "")))
            .filter(part -> !part.isEmpty())
            .toList();
    Set<String> taken = marks(outline);
    return mapped(
        outline,
        paragraph -> {
          if (!paragraph.id().equals(id)) {
            return List.of(paragraph);
          }
          List<Paragraph> written = new ArrayList<>();
          for (String one : texts) {
            boolean first = written.isEmpty();
            written.add(paragraph(first ? id : free(taken), first ? lead.strip() : "", one));
          }
          return written;
        });
  }

  /** An outline without a paragraph. */
  static Outline without(Outline outline, String id) {
    return mapped(outline, p -> p.id().equals(id) ? List.of() : List.of(p));
  }

  /**
   * An outline with a paragraph put back that was taken out.
   *
   * @param before marks of the paragraphs that stood before it then; it comes after the nearest of
   *     them that is left, else to the very beginning
   */
  static Outline putBack(Outline outline, Paragraph paragraph, List<String> before) {
    Set<String> there = marks(outline);
    String after = before.reversed().stream().filter(there::contains).findFirst().orElse("");
    String first = after.isEmpty() ? outline.paragraphs().getFirst().id() : "";
    return mapped(
        outline,
        p ->
            p.id().equals(after)
                ? List.of(p, paragraph)
                : p.id().equals(first) ? List.of(paragraph, p) : List.of(p));
  }

  /** An outline with every paragraph made into none, one or several. */
  static Outline mapped(Outline outline, Function<Paragraph, List<Paragraph>> change) {
    List<Chapter> chapters =
        outline.chapters().stream()
            .map(c ->
                new Chapter(c.title(), all(c.paragraphs(), change), sections(c.sections(), change)))
            .toList();
    Outline changed =
        new Outline(
            outline.file(),
            "",
            outline.title(),
            outline.town(),
            outline.year(),
            outline.period(),
            outline.session(),
            outline.presenter(),
            outline.salutation(),
            all(outline.opening(), change),
            chapters,
            all(outline.closing(), change));
    return OutlineReader.read(outline.file(), OutlineWriter.write(changed));
  }

  /** A paragraph before its citations are read. */
  static Paragraph paragraph(String id, String lead, String source) {
    return new Paragraph(id, lead, List.of(new Words(source, 0)));
  }

  static Set<String> marks(Outline outline) {
    Set<String> marks = new HashSet<>();
    outline.paragraphs().forEach(p -> marks.add(p.id()));
    return marks;
  }

  /** A mark that none has yet; taken from now on. */
  static String free(Set<String> taken) {
    int n = 1;
    while (!taken.add("n" + n)) {
      n++;
    }
    return "n" + n;
  }

  private static List<Section> sections(
      List<Section> sections, Function<Paragraph, List<Paragraph>> change) {
    return sections.stream().map(s -> new Section(s.title(), all(s.paragraphs(), change))).toList();
  }

  private static List<Paragraph> all(
      List<Paragraph> paragraphs, Function<Paragraph, List<Paragraph>> change) {
    return paragraphs.stream().flatMap(p -> change.apply(p).stream()).toList();
  }
}
