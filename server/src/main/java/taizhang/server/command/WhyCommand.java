package taizhang.server.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import taizhang.books.figure.FigureQuery;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.demo.PublishedFact;
import taizhang.server.facts.Facts;

/** {@code why FACT|INDICATOR …}: where numbers come from, in words. */
@Command(name = "why")
final class WhyCommand implements Callable<Integer> {

  private static final Pattern FACT = Pattern.compile("([a-z]+)-\\d+-\\d+");

  @Parameters(paramLabel = "FACT|INDICATOR", arity = "1..*")
  private List<String> asked = List.of();

  @Option(names = "--town", paramLabel = "T")
  private @Nullable String town;

  @Option(names = "--period", paramLabel = "P")
  private @Nullable String period;

  @Mixin private Asked point = new Asked();

  @Option(names = "--limit", paramLabel = "N", defaultValue = "10")
  private int limit = 10;

  private final Taizhang taizhang;

  WhyCommand(Taizhang taizhang) {
    this.taizhang = taizhang;
  }

  @Override
  public Integer call() {
    asked.forEach(this::check);
    try (Program program = taizhang.open()) {
      Lineage lineage = new Lineage(taizhang.console(), program, limit);
      for (String one : asked) {
        if (FACT.matcher(one).matches()) {
          PublishedFact fact = fact(one);
          taizhang.console().say("why.fact", fact.fact(), fact.title(), fact.text());
          lineage.say(townOf(one), Facts.query(fact));
        } else {
          String in = town == null ? "" : town;
          var during = Asked.period(period == null ? "" : period);
          FigureQuery query = point.query(program, in, one, during);
          lineage.say(in, query);
        }
      }
    }
    return Exit.DONE;
  }

  private void check(String one) {
    if (FACT.matcher(one).matches()) {
      fact(one);
    } else if (town == null || period == null) {
      throw Stop.refused("why.needs", one);
    }
  }

  private static String townOf(String fact) {
    return fact.substring(0, fact.indexOf('-'));
  }

  private PublishedFact fact(String name) {
    return FactsCommand.published(taizhang, townOf(name)).stream()
        .filter(fact -> fact.fact().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Refusal.of(ProblemCode.UNKNOWN_FACT, name, "./taizhang facts --town " + townOf(name)));
  }
}
