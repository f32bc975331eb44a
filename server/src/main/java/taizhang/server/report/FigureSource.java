package taizhang.server.report;

import java.util.List;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;

/** Where a composition gets its figures. */
@FunctionalInterface
public interface FigureSource {

  /** The figures asked for, in their order, all read at one instant. */
  List<Figure> readAll(String town, List<FigureQuery> queries);
}
