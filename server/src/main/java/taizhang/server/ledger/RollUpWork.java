package taizhang.server.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.derive.RollUps;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.History;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.pack.Derivation;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;
import taizhang.server.town.Town;

/** The records above those that an append touched, and what those below them add up to. */
final class RollUpWork {

  private static final String WHY = "随下级记录汇总";

  private final Town town;

  /** Numbers of the records above, by what links them to those below. */
  private final Map<Link, Set<Long>> touched = new HashMap<>();

  /**
   * That records of one ledger refer to those of another which adds them up.
   *
   * @param by the field that refers
   */
  private record Link(Ledger above, Ledger below, String by) {}

  private RollUpWork(Town town) {
    this.town = town;
  }

  /** Of drafts that were placed. */
  static RollUpWork of(
      Town town, TownRules rules, List<Draft> placed, Map<Long, RecordWork> works) {
    RollUpWork up = new RollUpWork(town);
    Map<String, List<Link>> links = new HashMap<>();
    for (Draft draft : placed) {
      RecordWork work = works.get(draft.placed().record());
      if (work == null) {
        continue;
      }
      for (Link link :
          links.computeIfAbsent(draft.ledger.code(), code -> links(rules, draft.ledger))) {
        work.entries().stream()
            .map(entry -> entry.patch().get(link.by()))
            .filter(value -> value instanceof Value.Text(String text) && text.matches("\\d{1,18}"))
            .map(value -> Long.valueOf(value.asText()))
            .forEach(up.touched.computeIfAbsent(link, l -> new HashSet<>())::add);
      }
    }
    return up;
  }

  /** Of records that stand, whatever lies below them. */
  static RollUpWork above(Town town, TownRules rules, Stream<RecordWork> works) {
    RollUpWork up = new RollUpWork(town);
    works
        .filter(work -> !work.history().isEmpty())
        .forEach(work -> {
          for (Field field : work.ledger.fields().values()) {
            if (field.derivation() instanceof Derivation.RolledUp rolled) {
              Link link = new Link(work.ledger, rules.ledger(rolled.ledger()), rolled.by());
              up.touched.computeIfAbsent(link, l -> new HashSet<>()).add(work.id);
            }
          }
        });
    return up;
  }

  private static List<Link> links(TownRules rules, Ledger below) {
    return rules.packs().above(below.code()).stream()
        .flatMap(above ->
            RollUps.over(above, below.code()).stream()
                .map(field -> new Link(above, below, by(field)))
                .distinct())
        .toList();
  }

  private static String by(Field field) {
    return field.derivation() instanceof Derivation.RolledUp up ? up.by() : "";
  }

  /** The records above. */
  Stream<Long> records() {
    return touched.values().stream().flatMap(Set::stream);
  }

  /** What those below them add up to, by the number of the record above. */
  SortedMap<Long, RollUps> sums(Map<Long, RecordWork> works, Stores stores, JdbcClient sql) {
    Map<Long, Map<String, Map<Long, History>>> below = new HashMap<>();
    Map<Long, Ledger> above = new HashMap<>();
    touched.forEach((link, records) -> {
      Map<Long, History> histories = below(link, records, works, stores, sql);
      for (Long id : records) {
        RecordWork work = works.get(id);
        if (work != null && work.ledger.code().equals(link.above().code())) {
          above.put(id, link.above());
          below
              .computeIfAbsent(id, i -> new HashMap<>())
              .computeIfAbsent(link.below().code(), code -> new HashMap<>())
              .putAll(histories);
        }
      }
    });
    SortedMap<Long, RollUps> sums = new TreeMap<>();
    below.forEach((id, histories) ->
        sums.put(id, RollUps.of(java.util.Objects.requireNonNull(above.get(id)), id, histories)));
    return sums;
  }

  /** All records below some records, those of this append as they stand in it. */
  private Map<Long, History> below(
      Link link, Set<Long> above, Map<Long, RecordWork> works, Stores stores, JdbcClient sql) {
    List<Long> ids =
        sql.sql(
                "select id from record where town = ? and ledger = ? and not void"
                    + " and image ->> ? = any(?)")
            .param(town.id())
            .param(link.below().code())
            .param(link.by())
            .param(above.stream().map(id -> Long.toString(id)).toArray(String[]::new))
            .query((row, n) -> row.getLong(1))
            .list();
    Object[] unread = ids.stream().filter(id -> !works.containsKey(id)).toArray();
    Map<Long, List<Entry>> entries = new HashMap<>(stores.entries().histories(town, unread, sql));
    works.forEach((id, work) -> {
      if (work.ledger.code().equals(link.below().code())) {
        entries.put(id, new ArrayList<>(work.entries()));
      }
    });
    Map<Long, History> histories = new HashMap<>();
    entries.forEach((id, own) -> histories.put(id, standing(link.below(), own)));
    return histories;
  }

  /** A reviewed ledger counts as it was reviewed last. */
  private static History standing(Ledger ledger, List<Entry> entries) {
    int end = entries.size();
    while (ledger.review() && end > 0 && entries.get(end - 1).kind() != EntryKind.REVIEW) {
      end--;
    }
    return History.fold(entries.subList(0, end));
  }

  /** What a record above has to say next; null for nothing. */
  static @Nullable Draft due(int index, RecordWork above, RollUps sums) {
    RollUps.Due due = sums.next(above.history());
    if (due == null) {
      return null;
    }
    boolean changes = due.version() == null;
    Submission submission =
        new Submission(
            above.ledger.code(),
            changes ? EntryKind.CHANGE : EntryKind.CORRECT,
            above.id,
            null,
            due.version(),
            null,
            null,
            Map.of(),
            null,
            WHY,
            null);
    Draft draft =
        new Draft(index, submission, above.ledger, due.patch(), changes ? due.on() : null);
    draft.follows = true;
    return draft;
  }
}
