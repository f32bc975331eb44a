package taizhang.server.command;

import java.util.List;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Formula;
import taizhang.books.pack.Indicator;
import taizhang.server.figure.Extent;
import taizhang.server.figure.Figures;
import taizhang.server.figure.Source;

/** Tells where a figure comes from: what it counts, whose number it is, what was entered. */
final class Lineage {

  private final Console console;
  private final Figures figures;
  private final int limit;

  Lineage(Console console, Program program, int limit) {
    this.console = console;
    this.figures = program.get(Figures.class);
    this.limit = limit;
  }

  void say(String town, FigureQuery query) {
    Figure figure = figures.read(town, query);
    Indicator indicator = figures.indicator(town, query.indicator());
    Extent extent = figures.extent(town, query);
    List<Source> sources = figures.sources(town, query, limit, 0);
    FigureWords words = new FigureWords(console);
    words.say(figure, indicator, extent, null);
    console.say("why.kind." + indicator.kind().code());
    console.say("why.authority", indicator.authority());
    if (indicator.caliber() != null) {
      console.say("why.caliber", indicator.caliber());
    }
    if (indicator.formula() != null) {
      formula(town, indicator.formula(), query);
    }
    for (Source source : sources) {
      Indicator posted = figures.indicator(town, source.indicator());
      console.print("  " + words.line(source, posted.unit()));
    }
    if (extent.postings() > sources.size()) {
      console.say("figure.more", extent.postings() - sources.size());
    }
    console.print("");
  }

  private void formula(String town, Formula formula, FigureQuery query) {
    console.say("why.formula." + formula.getClass().getSimpleName());
    for (String part : formula.parts()) {
      part(town, query.of(part));
      if (measured(formula)) {
        target(town, query.of(part));
      }
    }
  }

  private static boolean measured(Formula formula) {
    return formula instanceof Formula.Completion
        || formula instanceof Formula.Excess
        || formula instanceof Formula.Pace;
  }

  private void part(String town, FigureQuery query) {
    Figure figure = figures.read(town, query);
    Indicator indicator = figures.indicator(town, query.indicator());
    console.say(
        "why.part", indicator.title(), query.indicator(), FigureJson.text(figure, indicator));
  }

  private void target(String town, FigureQuery query) {
    Figure figure = figures.target(town, query);
    Indicator indicator = figures.indicator(town, figure.indicator());
    console.say(
        "why.target",
        indicator.title(),
        figure.period(),
        FigureJson.text(figure, indicator),
        figure.comparator());
  }
}
