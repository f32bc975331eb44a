package taizhang.books.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Packs read together: every ledger and indicator by its full code. Read only as a whole: what
 * refers to something finds it, or all of it is refused.
 */
public final class Packs {

  /** The pack that every other rests on, adopted first. */
  public static final String SYSTEM = "system";

  static final String FILE = "pack.yaml";

  private final List<Pack> packs;
  private final Map<String, Ledger> ledgers = new HashMap<>();
  private final Map<String, Indicator> indicators = new HashMap<>();
  private final Map<String, Indicator> names = new HashMap<>();
  private final Map<String, Set<Ledger>> above = new HashMap<>();
  private final Map<String, Ledger> former;

  private Packs(List<Pack> packs) {
    this(packs, Map.of());
  }

  private Packs(List<Pack> packs, Map<String, Ledger> former) {
    this.former = Map.copyOf(former);
    this.packs = inOrder(packs);
    for (Pack pack : packs) {
      ledgers.putAll(pack.ledgers());
      indicators.putAll(pack.indicators());
    }
    for (Ledger ledger : ledgers.values()) {
      for (Field field : ledger.fields().values()) {
        if (field.derivation() instanceof Derivation.RolledUp up) {
          above.computeIfAbsent(up.ledger(), below -> new HashSet<>()).add(ledger);
        }
      }
    }
    for (Indicator indicator : indicators.values()) {
      names.put(indicator.title(), indicator);
      indicator.aliases().forEach(alias -> names.put(alias, indicator));
    }
  }

  /**
   * Reads {@code pack.yaml} of every folder in a directory.
   *
   * @throws BrokenPacks with everything that is wrong in any of them
   * @throws UncheckedIOException where the directory or a file cannot be read
   */
  public static Packs read(Path dir) {
    Problems problems = new Problems();
    List<PackSource> sources = new ArrayList<>();
    for (Path file : files(dir)) {
      String text = text(file, problems);
      if (text != null) {
        sources.add(new PackSource(file.toString(), text));
      }
    }
    if (sources.isEmpty()) {
      problems.add(new Place(dir.toString(), 1, 1, ""), "there is no NAME/" + FILE + " here");
    }
    List<Pack> packs = PackReader.read(sources, problems);
    return new Packs(packs);
  }

  /**
   * Reads packs from their texts, such as those adopted on a chain.
   *
   * @throws BrokenPacks with everything that is wrong in any of them
   */
  public static Packs read(Collection<PackSource> sources) {
    return new Packs(PackReader.read(sources, new Problems()));
  }

  /**
   * The same packs, knowing what their earlier versions declared and they do not: ledgers whose
   * records and fields whose values stay readable.
   *
   * @param earlier earlier versions of these packs, the oldest first
   */
  public Packs remembering(Collection<Pack> earlier) {
    Map<String, Ledger> gone = new HashMap<>();
    Map<String, SequencedMap<String, Field>> retired = new HashMap<>();
    for (Pack pack : earlier) {
      for (Ledger was : pack.ledgers().values()) {
        Ledger now = ledgers.get(was.code());
        if (now == null) {
          gone.put(was.code(), was);
        } else {
          was.fields().values().stream()
              .filter(field -> !now.fields().containsKey(field.name()))
              .forEach(field ->
                  retired
                      .computeIfAbsent(now.code(), code -> new LinkedHashMap<>())
                      .put(field.name(), field));
        }
      }
    }
    return new Packs(packs.stream().map(pack -> pack.remembering(retired)).toList(), gone);
  }

  private static List<Path> files(Path dir) {
    try (Stream<Path> folders = Files.list(dir)) {
      return folders
          .map(folder -> folder.resolve(FILE))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String text(Path file, Problems problems) {
    Place start = new Place(file.toString(), 1, 1, "");
    try {
      if (Files.size(file) > 4L * TreeReader.MOST_CHARACTERS) {
        problems.add(start, "longer than " + TreeReader.MOST_CHARACTERS + " characters");
        return null;
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      problems.add(start, "not UTF-8");
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each pack after those it refers to, as far as they do not refer to each other in a circle. */
  private static List<Pack> inOrder(List<Pack> packs) {
    SequencedMap<String, Pack> byName = new LinkedHashMap<>();
    packs.stream()
        .sorted(
            Comparator.comparing((Pack pack) -> !pack.name().equals(SYSTEM))
                .thenComparing(Pack::name))
        .forEach(pack -> byName.put(pack.name(), pack));
    SequencedMap<String, Pack> ordered = new LinkedHashMap<>();
    byName.values().forEach(pack -> place(pack, byName, new HashSet<>(), ordered));
    return List.copyOf(ordered.values());
  }

  private static void place(
      Pack pack,
      Map<String, Pack> byName,
      Set<String> underWay,
      SequencedMap<String, Pack> ordered) {
    if (ordered.containsKey(pack.name()) || !underWay.add(pack.name())) {
      return;
    }
    for (String other : pack.refersTo()) {
      Pack before = byName.get(other);
      if (before != null) {
        place(before, byName, underWay, ordered);
      }
    }
    ordered.put(pack.name(), pack);
  }

  /**
   * The packs in the order of adoption: system first, then each after those it refers to; those
   * that refer to each other in a circle by name.
   */
  public List<Pack> packs() {
    return packs;
  }

  /** The ledger of a full code, null where there is none. */
  public @Nullable Ledger ledger(String code) {
    return ledgers.get(code);
  }

  /** Ledgers that earlier versions declared and none does now, as they were declared last. */
  public Collection<Ledger> former() {
    return former.values();
  }

  /** The ledger of a full code as it is declared, or was declared last; null where it never was. */
  public @Nullable Ledger everDeclared(String code) {
    Ledger now = ledgers.get(code);
    return now == null ? former.get(code) : now;
  }

  /** The pack of a name, null where there is none. */
  public @Nullable Pack pack(String name) {
    return packs.stream().filter(pack -> pack.name().equals(name)).findFirst().orElse(null);
  }

  /** The ledgers with fields that add up the records of a ledger. */
  public Set<Ledger> above(String ledger) {
    return above.getOrDefault(ledger, Set.of());
  }

  /** The department that keeps a pack, empty where there is no such pack. */
  public String owner(String pack) {
    return packs.stream()
        .filter(one -> one.name().equals(pack))
        .map(Pack::owner)
        .findFirst()
        .orElse("");
  }

  /** The indicator of a full code, null where there is none. */
  public @Nullable Indicator indicator(String code) {
    return indicators.get(code);
  }

  /** The indicator that reports call by a name: its title or an alias; null where none is. */
  public @Nullable Indicator find(String alias) {
    return names.get(alias);
  }
}
