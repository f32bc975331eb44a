package taizhang.server.command;

import java.util.List;
import taizhang.server.exchange.Moved;
import tools.jackson.databind.node.ArrayNode;

/** Which figures something moves and by how much, as the commands tell it. */
final class MovedFigures {

  private MovedFigures() {}

  /** A line for each figure. */
  static void say(Console console, List<Moved> figures) {
    figures.forEach(moved ->
        console.say(
            moved.pending() ? "import.moves-pending" : "import.moves",
            moved.indicator().title(),
            moved.by().signum() > 0 ? "+" + FigureJson.plain(moved.by()) : moved.by(),
            moved.indicator().unit(),
            moved.indicator().code()));
  }

  /** The same for machines. */
  static void put(ArrayNode answer, List<Moved> figures) {
    figures.forEach(moved ->
        answer
            .addObject()
            .put("indicator", moved.indicator().code())
            .put("by", FigureJson.plain(moved.by()))
            .put("unit", moved.indicator().unit())
            .put("pending", moved.pending()));
  }
}
