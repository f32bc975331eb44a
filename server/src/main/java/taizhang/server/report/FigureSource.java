package taizhang.server.report;

import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;

/** Where a composition gets its figures. */
@FunctionalInterface
public interface FigureSource {

  Figure read(String town, FigureQuery query);
}
