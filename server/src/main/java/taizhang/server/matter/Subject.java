package taizhang.server.matter;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import taizhang.books.entry.Image;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.books.pack.Who;

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

  /** The field that names the department dealing with a record; empty where none does. */
  static Optional<String> department(Ledger ledger) {
    Optional<String> called = departments(ledger).stream().findFirst();
    Field field = ledger.fields().get("department");
    return called.isPresent() || field == null || field.classification().sealed()
        ? called
        : Optional.of(field.name());
  }

  /** The fields by which a lifecycle names departments, the one that leads in front. */
  static List<String> departments(Ledger ledger) {
    Lifecycle lifecycle = Objects.requireNonNull(ledger.lifecycle());
    Stream<Who> named =
        Stream.concat(
            lifecycle.moves().values().stream().flatMap(move -> move.by().stream()),
            lifecycle.clocks().values().stream()
                .flatMap(clock -> clock.ladder().stream())
                .flatMap(rung -> rung.tell().stream()));
    return named
        .filter(who -> who.role().equals("department"))
        .map(Who::of)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
