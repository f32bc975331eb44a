package taizhang.server.report;

/**
 * Something said about a paragraph.
 *
 * @param record its record: the entry that wrote it
 * @param paragraph the paragraph's mark
 * @param text what was said
 * @param answers the record of the comment it answers, 0 where it begins a thread
 * @param state open or settled; that of its first comment goes for a thread
 */
public record Comment(long record, String paragraph, String text, long answers, String state) {

  /** True while the thread it begins waits for somebody. */
  public boolean open() {
    return answers == 0 && state.equals("open");
  }
}
