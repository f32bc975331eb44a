package taizhang.server.web.report;

import java.util.List;

/**
 * What last year's report said in the chapter most like a paragraph's.
 *
 * @param year its year, 0 where there is none
 * @param chapter the chapter's title
 * @param paragraphs as they read
 */
public record LastYear(int year, String chapter, List<String> paragraphs) {

  static final LastYear NONE = new LastYear(0, "", List.of());

  public LastYear {
    paragraphs = List.copyOf(paragraphs);
  }
}
