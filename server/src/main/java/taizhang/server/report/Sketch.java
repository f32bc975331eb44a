package taizhang.server.report;

import java.util.List;

/**
 * A paragraph as it would read, while it is being written: nothing in it is refused, what cannot be
 * read stands at its place with what is wrong.
 *
 * @param bits in reading order
 * @param typed numbers typed in the prose with no figure behind them
 */
public record Sketch(List<Bit> bits, List<String> typed) {

  public Sketch {
    bits = List.copyOf(bits);
    typed = List.copyOf(typed);
  }

  /**
   * A stretch of it.
   *
   * @param text as printed; of a citation that cannot be read, as written
   * @param title the indicator's, empty for prose
   * @param problem what is wrong with the citation, empty for nothing
   * @param missing true for a citation that has no figure yet
   */
  public record Bit(String text, String title, String problem, boolean missing) {}

  /** What is wrong, each once. */
  public List<String> problems() {
    return bits.stream()
        .filter(bit -> !bit.problem.isEmpty())
        .map(bit -> bit.text + "：" + bit.problem)
        .distinct()
        .toList();
  }
}
