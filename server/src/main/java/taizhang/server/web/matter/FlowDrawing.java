package taizhang.server.web.matter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import taizhang.books.pack.Lifecycle;

/**
 * A lifecycle drawn: its states from top to bottom in the order of the declaration, the moves
 * between neighbours straight, those that skip at the right, those that go back at the left.
 *
 * @param width in units of the drawing
 * @param height in units of the drawing
 * @param boxes the states
 * @param arrows the moves
 */
public record FlowDrawing(int width, int height, List<Box> boxes, List<Arrow> arrows) {

  private static final int WIDTH = 520;
  private static final int LETTER = 14;
  private static final int MARGIN = 8;

  /** Width of a state. */
  static final int BOX_WIDTH = 168;

  /** Height of a state. */
  static final int BOX_HEIGHT = 46;

  private static final int STEP = 96;
  private static final int TOP = 12;
  private static final int MIDDLE = WIDTH / 2;
  private static final int LEAST_BOW = 34;
  private static final int BOW_PER_ROW = 27;
  private static final int MOST_BOW = 172;
  private static final int LINE = 17;
  private static final int NOTCH = 9;

  public FlowDrawing {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }

  /**
   * A state.
   *
   * @param count how many records stand in it
   * @param href the table of these
   * @param last true where nothing follows
   */
  public record Box(
      String name, String title, long count, String href, boolean first, boolean last, int y) {
    public int x() {
      return MIDDLE - BOX_WIDTH / 2;
    }
  }

  /**
   * A move, or several between the same states.
   *
   * @param path as SVG writes it
   * @param back true where it goes back
   */
  public record Arrow(String path, String title, int labelX, int labelY, boolean back) {}

  private record Way(int from, int to) {}

  /**
   * Draws a lifecycle.
   *
   * @param counts how many records stand in each state
   * @param table address of the table of the records in a state, but for the state's name
   */
  static FlowDrawing of(Lifecycle lifecycle, Map<String, Long> counts, String table) {
    List<Arrow> arrows = new ArrayList<>();
    Map<Integer, Integer> labels = new LinkedHashMap<>();
    ways(lifecycle)
        .forEach((way, titles) -> arrows.add(arrow(way, String.join("、", titles), labels)));
    int height = TOP + (lifecycle.states().size() - 1) * STEP + BOX_HEIGHT + TOP;
    return new FlowDrawing(width(arrows), height, boxes(lifecycle, counts, table), arrows);
  }

  /** No wider than its widest move, the states in the middle. */
  private static int width(List<Arrow> arrows) {
    int half = BOX_WIDTH / 2 + MARGIN;
    for (Arrow arrow : arrows) {
      int reach = Math.abs(arrow.labelX() - MIDDLE) + arrow.title().length() * LETTER / 2 + MARGIN;
      half = Math.max(half, reach);
    }
    return half * 2;
  }

  /** Where the drawing begins at the left. */
  public int left() {
    return MIDDLE - width / 2;
  }

  private static List<Box> boxes(Lifecycle lifecycle, Map<String, Long> counts, String table) {
    List<Box> boxes = new ArrayList<>();
    lifecycle
        .states()
        .forEach((name, state) ->
            boxes.add(
                new Box(
                    name,
                    state.title(),
                    counts.getOrDefault(name, 0L),
                    table + name,
                    boxes.isEmpty(),
                    state.last(),
                    TOP + boxes.size() * STEP)));
    return boxes;
  }

  private static Map<Way, List<String>> ways(Lifecycle lifecycle) {
    List<String> names = List.copyOf(lifecycle.states().keySet());
    Map<Way, List<String>> ways = new LinkedHashMap<>();
    for (Lifecycle.Move move : lifecycle.moves().values()) {
      for (String from : move.from()) {
        ways.computeIfAbsent(
                new Way(names.indexOf(from), names.indexOf(move.to())), w -> new ArrayList<>())
            .add(move.title());
      }
    }
    return ways;
  }

  private static Arrow arrow(Way way, String title, Map<Integer, Integer> labels) {
    int from = TOP + way.from() * STEP;
    int to = TOP + way.to() * STEP;
    if (way.to() == way.from() + 1) {
      String path = "M%d %d V%d".formatted(MIDDLE, from + BOX_HEIGHT, to - 1);
      return new Arrow(path, title, MIDDLE, (from + BOX_HEIGHT + to) / 2 + 5, false);
    }
    return bowed(way, from, to, title, labels);
  }

  /** Those that skip a state bow to the right, those that go back to the left. */
  private static Arrow bowed(
      Way way, int from, int to, String title, Map<Integer, Integer> labels) {
    boolean back = way.to() <= way.from();
    int side = back ? -1 : 1;
    int bow = Math.min(MOST_BOW, LEAST_BOW + BOW_PER_ROW * Math.abs(way.to() - way.from()));
    int edge = MIDDLE + side * BOX_WIDTH / 2;
    int start = from + BOX_HEIGHT / 2 + side * NOTCH;
    int end = to + BOX_HEIGHT / 2 - side * NOTCH;
    int y = (start + end) / 2 + 4;
    int taken = labels.merge(side * (y / LINE), 1, Integer::sum) - 1;
    int out = edge + side * bow;
    String path =
        "M%d %d C%d %d %d %d %d %d".formatted(edge, start, out, start, out, end, edge + side, end);
    return new Arrow(path, title, edge + side * bow * 3 / 4, y + taken * LINE, back);
  }
}
