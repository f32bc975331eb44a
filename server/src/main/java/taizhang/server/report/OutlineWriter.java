package taizhang.server.report;

import java.util.List;
import taizhang.server.report.Outline.Chapter;
import taizhang.server.report.Outline.Paragraph;
import taizhang.server.report.Outline.Section;

/**
 * Writes an outline as text again, every paragraph with its mark, so that what stands beside a
 * paragraph stays with it. What is written reads back as the same outline.
 */
final class OutlineWriter {

  private final StringBuilder text = new StringBuilder();

  private OutlineWriter() {}

  static String write(Outline outline) {
    OutlineWriter writer = new OutlineWriter();
    writer.head(outline);
    writer.paragraphs("opening", outline.opening(), 0);
    writer.text.append(outline.chapters().isEmpty() ? "chapters: []\n" : "chapters:\n");
    outline.chapters().forEach(writer::chapter);
    writer.paragraphs("closing", outline.closing(), 0);
    return writer.text.toString();
  }

  private void head(Outline outline) {
    field(0, "title", outline.title());
    field(0, "town", outline.town());
    text.append("year: ").append(outline.year()).append('\n');
    field(0, "period", outline.period().toString());
    field(0, "session", outline.session());
    field(0, "presenter", outline.presenter());
    field(0, "salutation", outline.salutation());
  }

  private void chapter(Chapter chapter) {
    item(2, "title", chapter.title());
    paragraphs("paragraphs", chapter.paragraphs(), 4);
    if (!chapter.sections().isEmpty()) {
      text.append("    sections:\n");
      chapter.sections().forEach(this::section);
    }
  }

  private void section(Section section) {
    item(6, "title", section.title());
    paragraphs("paragraphs", section.paragraphs(), 8);
  }

  private void paragraphs(String key, List<Paragraph> paragraphs, int indent) {
    if (!paragraphs.isEmpty()) {
      text.append(" ".repeat(indent)).append(key).append(":\n");
      paragraphs.forEach(paragraph -> paragraph(paragraph, indent + 2));
    }
  }

  private void paragraph(Paragraph paragraph, int indent) {
    item(indent, "id", paragraph.id());
    if (!paragraph.lead().isEmpty()) {
      field(indent + 2, "lead", paragraph.lead());
    }
    text.append(" ".repeat(indent + 2)).append("text: |-\n");
    text.append(" ".repeat(indent + 4)).append(oneLine(paragraph.source())).append('\n');
  }

  private void item(int indent, String key, String value) {
    text.append(" ".repeat(indent)).append("- ");
    field(0, key, value);
  }

  private void field(int indent, String key, String value) {
    if (!value.isEmpty()) {
      String safe = oneLine(value).replace("\\", "\\\\").replace("\"", "\\\"");
      text.append(" ".repeat(indent)).append(key).append(": \"").append(safe).append("\"\n");
    }
  }

  /** Characters that no paper shows would end the line or the file before its time. */
  static String oneLine(String value) {
    StringBuilder line = new StringBuilder();
    value
        .codePoints()
        .filter(c -> !Character.isISOControl(c) && c != 0x2028 && c != 0x2029 && c != 0xfeff)
        .filter(c -> Character.isValidCodePoint(c) && Character.getType(c) != Character.SURROGATE)
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }
}
