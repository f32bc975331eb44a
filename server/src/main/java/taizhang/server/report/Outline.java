package taizhang.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import taizhang.books.period.Period;

/**
 * A report before its figures: prose with citations.
 *
 * @param file where it was read from, for messages
 * @param text the YAML as read; what a version keeps
 * @param title the title of the paper
 * @param town code of the town
 * @param year the year reported on
 * @param period what citations read that name no period of their own
 * @param session the line under the title: when and where it is given
 * @param presenter who gives it
 * @param salutation the line that addresses the deputies
 * @param opening paragraphs before the first chapter
 * @param chapters in their order
 * @param closing paragraphs after the last chapter
 */
public record Outline(
    String file,
    String text,
    String title,
    String town,
    int year,
    Period period,
    String session,
    String presenter,
    String salutation,
    List<Paragraph> opening,
    List<Chapter> chapters,
    List<Paragraph> closing) {

  public Outline {
    opening = List.copyOf(opening);
    chapters = List.copyOf(chapters);
    closing = List.copyOf(closing);
  }

  /** A chapter (一、): paragraphs, then sections. */
  public record Chapter(String title, List<Paragraph> paragraphs, List<Section> sections) {
    public Chapter {
      paragraphs = List.copyOf(paragraphs);
      sections = List.copyOf(sections);
    }
  }

  /** A section (（一）) of a chapter. */
  public record Section(String title, List<Paragraph> paragraphs) {
    public Section {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /**
   * A paragraph.
   *
   * @param id its mark in the outline, which stays when paragraphs before it come and go; where the
   *     file gives none, its place: {@code 1-2} the second of the first chapter
   * @param lead a heading run into its first line, empty for none
   */
  public record Paragraph(String id, String lead, List<Piece> pieces) {
    public Paragraph {
      pieces = List.copyOf(pieces);
    }

    /** As it is written: prose with {@code {{citations}}}. */
    public String source() {
      StringBuilder source = new StringBuilder();
      for (Piece piece : pieces) {
        switch (piece) {
          case Words words -> source.append(words.text());
          case Citation citation -> source.append("{{").append(citation.source()).append("}}");
        }
      }
      return source.toString();
    }
  }

  /** The paragraph with a mark, null where there is none. */
  public @Nullable Paragraph paragraph(String id) {
    return paragraphs().stream().filter(p -> p.id().equals(id)).findFirst().orElse(null);
  }

  /** A stretch of a paragraph. */
  public sealed interface Piece permits Words, Citation {}

  /**
   * Prose.
   *
   * @param line where it stands in the file
   */
  public record Words(String text, int line) implements Piece {}

  /** All paragraphs in reading order. */
  public List<Paragraph> paragraphs() {
    List<Paragraph> all = new ArrayList<>(opening);
    for (Chapter chapter : chapters) {
      all.addAll(chapter.paragraphs);
      chapter.sections.forEach(section -> all.addAll(section.paragraphs));
    }
    all.addAll(closing);
    return all;
  }

  /** All citations in reading order; the first is number 1 on the page. */
  public List<Citation> citations() {
    return paragraphs().stream()
        .flatMap(p -> p.pieces().stream())
        .flatMap(p -> p instanceof Citation c ? Stream.of(c) : Stream.empty())
        .toList();
  }
}
