package taizhang.server.exchange;

/**
 * What stands in one place of a table.
 *
 * @param text its text, or the plain text of its number; empty where nothing stands
 * @param number true where the file says that it is a number
 * @param percent true where the file shows the number as a percentage
 */
record Cell(String text, boolean number, boolean percent) {

  static final Cell EMPTY = new Cell("", false, false);

  static Cell of(String text) {
    return text.isEmpty() ? EMPTY : new Cell(text, false, false);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }
}
