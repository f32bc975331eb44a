package taizhang.server.exchange;

import taizhang.books.area.AreaTree;
import taizhang.books.entry.Value;
import taizhang.books.pack.Field;

/** What people type into a field, read as a table's cell is read: one way, wherever they type. */
public final class Typed {

  private Typed() {}

  /**
   * The value of a text that is not empty; what cannot be read is left for the ledger to refuse.
   */
  public static Value read(Field field, String text, AreaTree areas) {
    return new CellReading(new Areas(areas)).read(field, Cell.of(text.strip()));
  }
}
