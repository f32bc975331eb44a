package taizhang.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.EntryKind;
import taizhang.books.pack.Ledger;

/**
 * Makes the records of one town: a pure function of its recipes. Groups are made in the order they
 * are written; what they submit is sorted into stages, so that a record is in the books before
 * another refers to it.
 */
final class Synthesizer {

  private static final Comparator<Draft> CHRONOLOGICAL =
      Comparator.comparing(Draft::day)
          .thenComparing(Draft::ledger)
          .thenComparing(d -> d.record().group())
          .thenComparing(d -> d.record().n());

  private final DemoTown town;
  private final Map<String, Ledger> ledgers;
  private final Persons persons;
  private final Map<String, Made> made = new LinkedHashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private final Map<Integer, Map<String, List<Draft>>> sorted = new TreeMap<>();

  /**
   * Starts a town.
   *
   * @param ledgers the ledgers declared, by full code
   */
  Synthesizer(DemoTown town, Map<String, Ledger> ledgers) {
    this.town = town;
    this.ledgers = ledgers;
    this.persons = new Persons(town);
  }

  /** Makes a group, which may be about groups made before. */
  void make(Group group) {
    try {
      sort(live(group));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          town.name() + ", " + group.name() + ": " + e.getMessage(), e);
    }
  }

  /** What is submitted of all groups made: what others depend on first, then login by login. */
  List<Stage> stages() {
    List<Stage> stages = new ArrayList<>();
    sorted
        .values()
        .forEach(logins ->
            logins.forEach((login, drafts) -> {
              drafts.sort(CHRONOLOGICAL);
              stages.add(new Stage(login, drafts));
            }));
    return stages;
  }

  /** The groups made so far, by name. */
  Map<String, Made> made() {
    return made;
  }

  private Life live(Group group) {
    Ledger ledger = ledgers.get(group.ledger());
    if (ledger == null) {
      throw new IllegalArgumentException("no ledger '" + group.ledger() + "'");
    }
    Made records = new Made(group, new Rowing(town, made).rows(group));
    Columns columns = new Columns(town, records, made, persons);
    group
        .fields()
        .forEach((field, recipe) ->
            records.columns().put(field, columns.fill(field, recipe, records.rows(), List.of())));
    if (made.putIfAbsent(group.name(), records) != null) {
      throw new IllegalArgumentException("there are two groups of this name");
    }
    depths.put(group.name(), depth(group));
    return new Life(records, columns, ledger, town.code());
  }

  private void sort(Life life) {
    Made records = life.records();
    int depth = depth(records.group().name());
    for (Draft draft : life.drafts()) {
      sorted
          .computeIfAbsent(depth + draft.step(), d -> new TreeMap<>())
          .computeIfAbsent(login(records, draft), l -> new ArrayList<>())
          .add(draft);
    }
  }

  /** One more than the deepest group referred to. */
  private int depth(Group group) {
    int deepest = -1;
    for (String name : group.rows().about()) {
      deepest = Math.max(deepest, depth(name));
    }
    for (Recipe recipe : group.fields().values()) {
      if (recipe instanceof Recipe.Ref ref) {
        deepest = Math.max(deepest, depth(ref.group()));
      }
    }
    return deepest + 1;
  }

  private int depth(String name) {
    return Objects.requireNonNull(depths.get(name), "no group " + name);
  }

  private String login(Made records, Draft draft) {
    Group group = records.group();
    if (draft.kind() == EntryKind.REVIEW) {
      return town.reviewer(Objects.requireNonNull(group.reviewer()));
    }
    int step = draft.step();
    String other = step == 0 ? null : group.later().get(step - 1).by();
    if (other != null) {
      return town.reviewer(other);
    }
    return group.by().equals("clerk")
        ? records.rows().get(draft.record().n()).area().clerk()
        : town.clerk(group.by());
  }

  /** The day a record opens: the ledger's own date field. */
  static LocalDate openedOn(Made records, Ledger ledger, int n) {
    @Nullable String field = ledger.opensOn();
    if (field == null) {
      throw new IllegalArgumentException(ledger.code() + " does not say when its records open");
    }
    return records.date(field, n);
  }
}
