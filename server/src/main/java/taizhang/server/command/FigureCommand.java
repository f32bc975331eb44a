package taizhang.server.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Indicator;
import taizhang.server.figure.Extent;
import taizhang.server.figure.Figures;
import taizhang.server.figure.Source;

/** {@code figure INDICATOR}: one figure, and what is behind it. */
@Command(name = "figure")
final class FigureCommand implements Callable<Integer> {

  @Parameters(paramLabel = "INDICATOR")
  private String indicator = "";

  @Option(names = "--town", required = true, paramLabel = "T")
  private String town = "";

  @Option(names = "--period", required = true, paramLabel = "P")
  private String period = "";

  @Mixin private Asked asked = new Asked();

  @Option(names = "--lineage")
  private boolean lineage;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "100")
  private int limit = 100;

  @Option(names = "--json")
  private boolean json;

  private final Taizhang taizhang;

  FigureCommand(Taizhang taizhang) {
    this.taizhang = taizhang;
  }

  @Override
  public Integer call() {
    var during = Asked.period(period);
    try (Program program = taizhang.open()) {
      Figures figures = program.get(Figures.class);
      FigureQuery query = asked.query(program, town, indicator, during);
      Figure figure = figures.read(town, query);
      Indicator declared = figures.indicator(town, query.indicator());
      Extent extent = figures.extent(town, query);
      @Nullable List<Source> sources = lineage ? figures.sources(town, query, limit, 0) : null;
      if (json) {
        taizhang.console().print(FigureJson.of(town, figure, declared, extent, sources).toString());
      } else {
        new FigureWords(taizhang.console()).say(figure, declared, extent, sources);
      }
      return Exit.DONE;
    }
  }
}
