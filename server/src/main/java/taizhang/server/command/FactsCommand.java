package taizhang.server.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import taizhang.server.demo.PublishedFact;
import taizhang.server.demo.PublishedFacts;
import taizhang.server.facts.FactCheck;
import taizhang.server.facts.Facts;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code facts --town T}: what the town published against its books, one fact a line. */
@Command(name = "facts")
final class FactsCommand implements Callable<Integer> {

  @Option(names = "--town", required = true, paramLabel = "T")
  private String town = "";

  @Option(names = "--json")
  private boolean json;

  private final Taizhang taizhang;

  FactsCommand(Taizhang taizhang) {
    this.taizhang = taizhang;
  }

  @Override
  public Integer call() {
    List<PublishedFact> facts = published(taizhang, town);
    List<FactCheck> checks;
    try (Program program = taizhang.open()) {
      checks = program.get(Facts.class).check(town, facts);
    }
    checks.forEach(check -> taizhang.console().print(json ? json(check) : words(check)));
    long ok = checks.stream().filter(FactCheck::ok).count();
    if (!json) {
      taizhang.console().say("facts.ok", ok, checks.size());
    }
    return ok == checks.size() ? Exit.DONE : Exit.ATTEND;
  }

  /** The facts that come with the program for a town. */
  static List<PublishedFact> published(Taizhang taizhang, String town) {
    if (!town.matches("[a-z][a-z0-9_-]*")
        || !java.nio.file.Files.isReadable(taizhang.setting().demo(town).resolve("facts.csv"))) {
      throw Stop.refused("facts.none", town, taizhang.setting().demo(town).resolve("facts.csv"));
    }
    return PublishedFacts.read(taizhang.setting().home().resolve("demo"), town);
  }

  private static String json(FactCheck check) {
    PublishedFact fact = check.fact();
    return JsonNodeFactory.instance
        .objectNode()
        .put("fact", fact.fact())
        .put("indicator", fact.indicator())
        .put("expected", FigureJson.plain(fact.expected()))
        .put("computed", FigureJson.plain(check.computed()))
        .put("unit", fact.unit())
        .put("postings", check.behind().postings())
        .put("entries", check.behind().entries())
        .put("ok", check.ok())
        .toString();
  }

  private String words(FactCheck check) {
    PublishedFact fact = check.fact();
    String computed = FigureJson.plain(check.computed());
    return taizhang
        .console()
        .messages()
        .text(
            check.ok() ? "facts.line" : "facts.differs",
            fact.fact(),
            fact.title(),
            fact.text(),
            computed == null ? "—" : computed + " " + fact.unit(),
            check.behind().postings(),
            check.behind().entries());
  }
}
