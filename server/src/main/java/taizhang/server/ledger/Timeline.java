package taizhang.server.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Entry;
import taizhang.books.entry.History;
import taizhang.books.entry.Image;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Pack;
import taizhang.books.pack.PackSource;
import taizhang.books.pack.Packs;

/**
 * What ruled a town's books at each of its entries, from the entries of its system ledgers alone.
 */
final class Timeline {

  /** By pack, the sources of all packs while one of its versions held. */
  private final Map<String, NavigableMap<Long, List<PackSource>>> versions = new HashMap<>();

  /** By adoption, the pack adopted. */
  private final Map<Long, String> adoptions = new HashMap<>();

  private final NavigableMap<Long, Map<String, LocalDate>> closures = new TreeMap<>();
  private final Map<Long, List<Entry>> records = new LinkedHashMap<>();
  private final TownRulesStore store;
  private static final long LAST = Long.MAX_VALUE;

  private final Map<Long, Packs> declared = new HashMap<>();
  private List<PackSource> newest = List.of();

  /** Reads the system entries in the order of the books. */
  Timeline(List<Entry> system, TownRulesStore store) {
    this.store = store;
    closures.put(0L, Map.of());
    for (Entry entry : system) {
      records.computeIfAbsent(entry.record(), r -> new ArrayList<>()).add(entry);
      switch (entry.ledger()) {
        case SystemLedger.ADOPTION -> adopt(entry);
        case SystemLedger.CLOSURE -> closures.put(entry.seq(), closed());
        default -> {}
      }
    }
  }

  private void adopt(Entry entry) {
    List<Image> adopted = images(SystemLedger.ADOPTION);
    newest = adopted.stream().map(TownRulesStore::source).toList();
    List<Entry> own = records.getOrDefault(entry.record(), List.of());
    String pack = History.fold(own).latest().image().text("pack");
    versions.computeIfAbsent(pack, p -> new TreeMap<>()).put(entry.seq(), newest);
    adoptions.put(entry.seq(), pack);
  }

  private List<Image> images(String ledger) {
    List<Image> images = new ArrayList<>();
    for (List<Entry> entries : records.values()) {
      History history = History.fold(entries);
      if (entries.getFirst().ledger().equals(ledger) && !history.isEmpty()) {
        images.add(history.latest().image());
      }
    }
    return images;
  }

  private Map<String, LocalDate> closed() {
    Map<String, LocalDate> closed = new HashMap<>();
    images(SystemLedger.CLOSURE).forEach(image -> TownRulesStore.close(closed, image));
    return closed;
  }

  /** The seqs at which a pack was adopted anew after an entry. */
  List<Long> renewals(String pack, long after) {
    NavigableMap<Long, List<PackSource>> own = versions.get(pack);
    return own == null ? List.of() : List.copyOf(own.tailMap(after, false).keySet());
  }

  /** The versions of a pack that were in force before the newest, the oldest first. */
  List<Pack> earlier(String pack) {
    NavigableMap<Long, List<PackSource>> own = versions.getOrDefault(pack, new TreeMap<>());
    return own.keySet().stream()
        .skip(1)
        .map(seq -> declared.computeIfAbsent(seq, this::packs).pack(pack))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The ledger as it was declared for an entry; null where its pack no longer declared it. */
  @Nullable Ledger ledger(String code, long seq) {
    NavigableMap<Long, List<PackSource>> own = versions.get(code.substring(0, code.indexOf('.')));
    Long next = own == null || own.floorKey(seq) == null ? null : own.higherKey(seq);
    Packs packs = declared.computeIfAbsent(next == null ? LAST : next, this::packs);
    return packs.ledger(code);
  }

  /** The packs as they stood until an adoption. */
  private Packs packs(long until) {
    return store.packs(until == LAST ? newest : before(until));
  }

  /**
   * The packs as they stood just before an adoption: everything adopted until then, but nothing of
   * the adoptions made together with it, since each of those may need the others.
   */
  private List<PackSource> before(long renewal) {
    long adoption = renewal;
    String renewed = adoptions.get(renewal);
    while (adoptions.containsKey(adoption - 1)
        && !Objects.equals(adoptions.get(adoption - 1), renewed)) {
      adoption--;
    }
    List<PackSource> found = List.of();
    long best = -1;
    for (NavigableMap<Long, List<PackSource>> pack : versions.values()) {
      Map.Entry<Long, List<PackSource>> entry = pack.lowerEntry(adoption);
      if (entry != null && entry.getKey() > best) {
        best = entry.getKey();
        found = entry.getValue();
      }
    }
    return found;
  }

  /** The last day closed for a pack when an entry was made; null where none was. */
  @Nullable LocalDate closedThrough(String pack, long seq) {
    Map<String, LocalDate> closed =
        closures.lowerEntry(seq) == null ? Map.of() : closures.lowerEntry(seq).getValue();
    return TownRules.closedThrough(closed, pack);
  }
}
