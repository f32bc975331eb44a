package taizhang.books.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The effective history of one record: its versions by the day they hold from. Entries in the order
 * of the books are folded in the order of their effective dates, so that a corrected field carries
 * forward until a later version set it explicitly.
 *
 * @param versions by effective day, then by seq; empty where the record is void
 */
public record History(List<Version> versions) {

  public static final History EMPTY = new History(List.of());

  public History {
    versions = List.copyOf(versions);
  }

  /** Folds the entries of one record, given in the order of their seq. */
  public static History fold(List<Entry> entries) {
    Map<Long, Draft> drafts = new LinkedHashMap<>();
    for (Entry entry : entries) {
      switch (entry.kind()) {
        case OPEN, CHANGE, MOVE -> drafts.put(entry.seq(), new Draft(entry));
        case CORRECT -> {
          Draft draft = corrected(drafts, entry.ofVersion());
          if (draft != null) {
            draft.correct(entry);
          }
        }
        case VOID -> drafts.clear();
        case REVIEW, RETURN, ATTACH -> {}
      }
    }
    return drafts.isEmpty() ? EMPTY : new History(inOrder(drafts));
  }

  private static @Nullable Draft corrected(Map<Long, Draft> drafts, @Nullable Long version) {
    if (version != null) {
      return drafts.get(version);
    }
    return drafts.values().stream().max(Draft.ORDER).orElse(null);
  }

  private static List<Version> inOrder(Map<Long, Draft> drafts) {
    List<Draft> ordered = new ArrayList<>(drafts.values());
    ordered.sort(Draft.ORDER);
    List<Version> versions = new ArrayList<>(ordered.size());
    Image image = Image.EMPTY;
    String area = null;
    String state = "";
    for (Draft draft : ordered) {
      image = image.with(draft.patch);
      area = draft.area == null ? area : draft.area;
      String next = draft.state == null ? state : draft.state;
      versions.add(new Version(draft.seq, draft.on, image, area, next, !next.equals(state)));
      state = next;
    }
    return versions;
  }

  /** True where nothing of the record holds: it is void or not yet there. */
  public boolean isEmpty() {
    return versions.isEmpty();
  }

  /** The version that holds last. */
  public Version latest() {
    return versions.getLast();
  }

  /** The version in force on a day, or the first where the day lies before it. */
  public Version at(LocalDate day) {
    Version found = versions.getFirst();
    for (Version version : versions) {
      if (!version.on().isAfter(day)) {
        found = version;
      }
    }
    return found;
  }

  private static final class Draft {
    static final Comparator<Draft> ORDER =
        Comparator.comparing((Draft d) -> d.on).thenComparing(d -> d.seq);

    final long seq;
    final Map<String, Value> patch;
    LocalDate on;
    @Nullable String area;
    @Nullable String state;

    Draft(Entry entry) {
      if (entry.effectiveOn() == null) {
        throw new IllegalArgumentException("entry " + entry.seq() + " has no effective date");
      }
      seq = entry.seq();
      on = entry.effectiveOn();
      area = entry.area();
      state = entry.state();
      patch = new TreeMap<>(entry.patch());
    }

    void correct(Entry entry) {
      patch.putAll(entry.patch());
      on = entry.effectiveOn() == null ? on : entry.effectiveOn();
      area = entry.area() == null ? area : entry.area();
      state = entry.state() == null ? state : entry.state();
    }
  }
}
