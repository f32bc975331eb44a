package taizhang.server.command;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import taizhang.books.pack.Pack;
import taizhang.books.pack.Packs;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code packs}: what is declared; {@code packs check DIR}: whether it is well-formed. */
@Command(name = "packs")
final class PacksCommand implements Callable<Integer> {

  @Option(names = "--json")
  private boolean json;

  private final Taizhang taizhang;

  PacksCommand(Taizhang taizhang) {
    this.taizhang = taizhang;
  }

  @Override
  public Integer call() {
    Packs packs = read(taizhang.setting().packs());
    for (Pack pack : packs.packs()) {
      if (json) {
        taizhang.console().print(json(pack).toString());
      } else {
        say(pack);
      }
    }
    return Exit.DONE;
  }

  @Command(name = "check")
  int check(@Parameters(paramLabel = "DIR") Path dir) {
    Packs packs = read(dir);
    long ledgers = packs.packs().stream().mapToLong(pack -> pack.ledgers().size()).sum();
    long indicators = packs.packs().stream().mapToLong(pack -> pack.indicators().size()).sum();
    taizhang.console().say("packs.sound", packs.packs().size(), ledgers, indicators);
    return Exit.DONE;
  }

  /** What adopting the packs offered would change in a town. */
  @Command(name = "plan")
  int plan(
      @Option(names = "--town", required = true, paramLabel = "T") String town,
      @Option(names = "--json") boolean asJson) {
    try (Program program = taizhang.open()) {
      return new PackUpgrade(program, taizhang.console(), town, asJson).plan();
    }
  }

  /** Adopts them, and fills in what follows by them. */
  @Command(name = "adopt")
  int adopt(
      @Option(names = "--town", required = true, paramLabel = "T") String town,
      @Option(names = "--by", paramLabel = "LOGIN", defaultValue = "operator") String by,
      @Option(names = "--json") boolean asJson) {
    try (Program program = taizhang.open()) {
      return new PackUpgrade(program, taizhang.console(), town, asJson).adopt(by);
    }
  }

  /** The records that no longer fit what is declared. */
  @Command(name = "misfits")
  int misfits(
      @Option(names = "--town", required = true, paramLabel = "T") String town,
      @Option(names = "--limit", paramLabel = "N", defaultValue = "100") int limit,
      @Option(names = "--json") boolean asJson) {
    try (Program program = taizhang.open()) {
      return new PackUpgrade(program, taizhang.console(), town, asJson).misfits(limit);
    }
  }

  /**
   * One line an indicator, as the reader of reports takes its catalogue: code, title, aliases,
   * unit.
   */
  @Command(name = "indicators")
  int indicators() {
    for (Pack pack : read(taizhang.setting().packs()).packs()) {
      pack.indicators()
          .values()
          .forEach(indicator ->
              taizhang
                  .console()
                  .print(
                      String.join(
                          "\t",
                          indicator.code(),
                          indicator.title(),
                          String.join("|", indicator.aliases()),
                          indicator.unit())));
    }
    return Exit.DONE;
  }

  private static Packs read(Path dir) {
    if (!Files.isDirectory(dir)) {
      throw Stop.refused("packs.no-directory", dir);
    }
    try {
      return Packs.read(dir);
    } catch (UncheckedIOException e) {
      throw Stop.refused("file.unreadable", dir, String.valueOf(e.getCause()));
    }
  }

  private void say(Pack pack) {
    Console console = taizhang.console();
    console.say(
        "packs.pack",
        pack.name(),
        pack.title(),
        pack.owner(),
        pack.version(),
        pack.ledgers().size(),
        pack.indicators().size());
    pack.ledgers()
        .values()
        .forEach(ledger -> console.print("  " + ledger.code() + "  " + ledger.title()));
    pack.indicators()
        .values()
        .forEach(indicator ->
            console.print(
                "    "
                    + indicator.code()
                    + "  "
                    + indicator.title()
                    + "  "
                    + indicator.unit()
                    + "  "
                    + indicator.kind().code()
                    + "  "
                    + indicator.authority()));
  }

  private static ObjectNode json(Pack pack) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("pack", pack.name()).put("title", pack.title());
    json.put("owner", pack.owner()).put("version", pack.version());
    var ledgers = json.putArray("ledgers");
    pack.ledgers()
        .values()
        .forEach(ledger -> {
          ObjectNode one = ledgers.addObject();
          one.put("ledger", ledger.code()).put("title", ledger.title());
          one.put("lives_at", ledger.livesAt()).put("review", ledger.review());
          var fields = one.putArray("fields");
          ledger.fields().values().forEach(field -> fields.add(FieldJson.of(field)));
        });
    var indicators = json.putArray("indicators");
    pack.indicators()
        .values()
        .forEach(indicator ->
            indicators
                .addObject()
                .put("indicator", indicator.code())
                .put("title", indicator.title())
                .put("unit", indicator.unit())
                .put("kind", indicator.kind().code())
                .put("authority", indicator.authority()));
    return json;
  }
}
