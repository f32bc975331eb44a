package taizhang.books.matter;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Entry;
import taizhang.books.pack.Lifecycle;

/** Who has done what to a record so far. */
public final class Handling {

  private Handling() {}

  /**
   * The first of the states that a move is barred to whoever last moved the record into them, where
   * that was this person; null where none was.
   */
  public static @Nullable String ownState(Lifecycle.Move move, List<Entry> entries, String person) {
    for (String state : move.otherThan()) {
      if (person.equals(enteredBy(entries, state))) {
        return state;
      }
    }
    return null;
  }

  /** Who last moved the record into a state, null where nobody did. */
  public static @Nullable String enteredBy(List<Entry> entries, String state) {
    return entries.reversed().stream()
        .filter(entry -> Objects.equals(entry.state(), state))
        .map(Entry::by)
        .findFirst()
        .orElse(null);
  }

  /** Who last set a field to something, null where nobody did. */
  public static @Nullable String setBy(List<Entry> entries, String field) {
    return entries.reversed().stream()
        .filter(entry -> entry.patch().containsKey(field))
        .map(Entry::by)
        .findFirst()
        .orElse(null);
  }
}
