package taizhang.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import taizhang.books.entry.Image;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;

/** What people call a record: what its key says, or its first words. */
public final class RecordTitle {

  private static final Set<FieldType> WORDS =
      Set.of(
          FieldType.TEXT,
          FieldType.PERSON,
          FieldType.HOUSEHOLD,
          FieldType.ENTERPRISE,
          FieldType.PLACE);
  private static final int LONGEST = 40;

  private RecordTitle() {}

  /** The title of a record with these fields; its number where they say nothing. */
  public static String of(Ledger ledger, Image image, long id) {
    for (List<String> names : List.of(ledger.key(), wordy(ledger))) {
      List<String> parts = new ArrayList<>();
      for (String name : names) {
        Field field = ledger.fields().get(name);
        boolean tells = field != null && open(field) && WORDS.contains(field.type());
        if (tells && !image.text(name).isEmpty() && parts.size() < 2) {
          parts.add(image.text(name));
        }
      }
      if (!parts.isEmpty()) {
        String text = String.join(" ", parts);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
      }
    }
    return dated(ledger, image, id);
  }

  /** What says nothing of itself is told by its period or day. */
  private static String dated(Ledger ledger, Image image, long id) {
    for (Field field : ledger.fields().values()) {
      boolean when = field.type() == FieldType.PERIOD || field.type() == FieldType.DATE;
      if (when && open(field) && !image.text(field.name()).isEmpty()) {
        return image.text(field.name());
      }
    }
    return "第 " + id + " 号";
  }

  /** The fields by whose text a record is looked for. */
  public static List<String> wordy(Ledger ledger) {
    return ledger.fields().values().stream()
        .filter(field -> open(field) && WORDS.contains(field.type()))
        .map(Field::name)
        .toList();
  }

  private static boolean open(Field field) {
    return !field.classification().sealed();
  }
}
