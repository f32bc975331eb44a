package taizhang.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Packs;

/** The demonstration as its files declare it: towns, recipes, stated values, published facts. */
public final class Demo {

  private final Path dir;
  private final Map<String, Ledger> ledgers = new HashMap<>();
  private final List<DemoTown> towns = new ArrayList<>();

  private Demo(Path dir, Packs packs) {
    this.dir = dir;
    packs.packs().forEach(pack -> ledgers.putAll(pack.ledgers()));
  }

  /**
   * Reads the towns of a directory, one folder each.
   *
   * @param packs the ledgers that recipes name
   * @throws IllegalArgumentException naming the file that cannot be read
   */
  public static Demo read(Path dir, Packs packs) {
    Demo demo = new Demo(dir, packs);
    try (Stream<Path> folders = Files.list(dir)) {
      folders
          .map(folder -> folder.resolve("town.yaml"))
          .filter(Files::isRegularFile)
          .sorted()
          .map(DemoTownReader::read)
          .forEach(demo.towns::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return demo;
  }

  /** The towns in the order of their codes. */
  public List<DemoTown> towns() {
    return List.copyOf(towns);
  }

  /** The town with a code. */
  public DemoTown town(String code) {
    return towns.stream()
        .filter(town -> town.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no town '" + code + "' in " + dir));
  }

  /** What a town's report published. */
  public List<PublishedFact> facts(String town) {
    return PublishedFacts.read(dir, town);
  }

  /**
   * All that is submitted for a town, in order; the same whenever it is asked for. A pack that it
   * has adopted and keeps no records of yet has no recipes.
   */
  List<Stage> stages(DemoTown town) {
    Foundation foundation = new Foundation(town);
    Path folder = dir.resolve(town.code());
    List<Stage> stages = new ArrayList<>(foundation.before());
    stages.addAll(new StatedValues(town, folder.resolve("stated.yaml")).stages());
    Synthesizer synthesizer = new Synthesizer(town, ledgers);
    for (String pack : town.packs()) {
      recipes(town, pack).forEach(file -> GroupReader.read(file).forEach(synthesizer::make));
    }
    stages.addAll(synthesizer.stages());
    stages.add(foundation.after());
    return stages;
  }

  /** A pack's recipes: the town's own, then those that all towns share. */
  private List<Path> recipes(DemoTown town, String pack) {
    String file = pack + ".yaml";
    Path own = dir.resolve(town.code()).resolve("records").resolve(file);
    return Stream.of(own, dir.resolve("common").resolve(file))
        .filter(Files::isRegularFile)
        .toList();
  }
}
