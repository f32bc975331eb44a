package taizhang.server.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.pack.Pack;
import taizhang.books.pack.Packs;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;

/**
 * Opens a town's books: registers it and adopts the packs it works with, each adoption an entry on
 * its chain.
 */
@Service
public class Townships {

  private final Towns towns;
  private final Entries entries;
  private final Rules rules;

  Townships(Towns towns, Entries entries, Rules rules) {
    this.towns = towns;
    this.entries = entries;
    this.rules = rules;
  }

  /**
   * Registers a town and adopts all packs of a directory, or those that are new or changed.
   *
   * @param root statistical code of the town's own area
   * @return number of packs adopted now
   */
  public int open(String code, String name, String root, Path packs, String by) {
    Town town = towns.register(code, name);
    return adopt(town, root, Packs.read(packs), by);
  }

  /**
   * Adopts packs that are new to the town or differ from what it adopted; the system pack first.
   */
  public int adopt(Town town, String root, Packs packs, String by) {
    return adopt(town, root, packs, Author.operator(by));
  }

  /** Adopts what {@link #due} names. */
  public int adopt(Town town, String root, Packs packs, Author author) {
    int adopted = 0;
    for (boolean system : new boolean[] {true, false}) {
      TownRules current = rules.of(town);
      List<Submission> due =
          due(current, packs).stream()
              .filter(pack -> isSystem(pack) == system)
              .map(pack -> submission(current, pack, root))
              .toList();
      entries.appendAll(town.code(), author, due);
      adopted += due.size();
    }
    return adopted;
  }

  /** The packs that are new to a town or differ from what it adopted, the system pack first. */
  public static List<Pack> due(TownRules current, Packs packs) {
    return packs.packs().stream()
        .filter(pack -> !adopted(current, pack))
        .sorted((a, b) -> Boolean.compare(!isSystem(a), !isSystem(b)))
        .toList();
  }

  /** What adopting them posts, and what stands against it. */
  public Rehearsal rehearse(Town town, Packs packs, Author author) {
    TownRules current = rules.of(town);
    String root = current.areas().root().code();
    List<Submission> due =
        due(current, packs).stream().map(pack -> submission(current, pack, root)).toList();
    return entries.rehearse(town.code(), author, due);
  }

  private static boolean adopted(TownRules rules, Pack pack) {
    return rules.packs().packs().stream()
        .anyMatch(p -> p.name().equals(pack.name()) && p.source().equals(pack.source()));
  }

  private static Submission submission(TownRules current, Pack pack, String root) {
    Map<String, Value> fields =
        Map.of(
            "pack", Value.of(pack.name()),
            "version", Value.of(pack.version()),
            "yaml", Value.of(pack.source()));
    Long record = current.adoptionRecords().get(pack.name());
    return record == null
        ? Submission.open(SystemLedger.ADOPTION, root, null, fields)
        : new Submission(
            SystemLedger.ADOPTION,
            EntryKind.CHANGE,
            record,
            null,
            null,
            null,
            null,
            fields,
            null,
            "启用新版本",
            null);
  }

  private static boolean isSystem(Pack pack) {
    return pack.name().equals(SystemLedger.PACK);
  }
}
