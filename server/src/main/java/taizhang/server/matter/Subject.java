package taizhang.server.matter;

import taizhang.books.entry.Image;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;

/** What a matter is called: its first text that is filled in and open to everybody. */
public final class Subject {

  private static final int LONGEST = 80;

  private Subject() {}

  /** The name of a record of a ledger. */
  public static String of(Ledger ledger, Image image, long record) {
    for (Field field : ledger.fields().values()) {
      boolean words = field.type() == FieldType.TEXT || field.type() == FieldType.LONG_TEXT;
      String text = image.text(field.name());
      if (words && !field.classification().sealed() && !text.isBlank() && !numbers(text)) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
      }
    }
    return ledger.title() + "第" + record + "号";
  }

  /** A case number tells nothing; the next text may. */
  private static boolean numbers(String text) {
    return text.chars().noneMatch(c -> c > 0x2E80 && c < 0xA000);
  }
}
