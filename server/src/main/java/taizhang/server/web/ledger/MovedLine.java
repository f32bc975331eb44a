package taizhang.server.web.ledger;

import java.time.LocalDate;
import java.util.List;
import taizhang.books.figure.FigureQuery;
import taizhang.books.period.Period;
import taizhang.server.exchange.Moved;
import taizhang.server.web.Labels;
import taizhang.server.web.PanelLinks;

/**
 * A figure that moves, as the screen says it.
 *
 * @param by with its sign and unit
 * @param pending true where it counts only after review
 */
public record MovedLine(String title, String by, boolean pending, String href) {

  static List<MovedLine> of(String town, List<Moved> moved, LocalDate today) {
    return moved.stream().map(m -> line(town, m, today)).toList();
  }

  private static MovedLine line(String town, Moved moved, LocalDate today) {
    String sign = moved.by().signum() > 0 ? "+" : "";
    FigureQuery query = FigureQuery.of(moved.indicator().code(), Period.year(today.getYear()));
    return new MovedLine(
        moved.indicator().title(),
        sign + Labels.number(moved.by()) + moved.indicator().unit(),
        moved.pending(),
        PanelLinks.figure(town, query));
  }
}
