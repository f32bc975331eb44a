package taizhang.bench.result;

import java.util.List;

/**
 * How much is measured. The full shape is a county of 15 towns with 300 villages, 1,200 groups and
 * 50 indicators reported monthly: 1.02 million values in 17 months.
 *
 * @param name small, full or large
 * @param towns towns, each with books of its own
 * @param villages villages of a town
 * @param groups groups of a town
 * @param months months filled before anything is measured
 * @param rounds rounds of a batch load and its floor
 * @param batch entries of a round
 * @param singles entries each user appends one by one
 * @param questions how often a set of figures is asked for
 * @param seconds what one benchmark of prose may take a round
 */
public record Scale(
    String name,
    int towns,
    int villages,
    int groups,
    int months,
    int rounds,
    int batch,
    int singles,
    int questions,
    int seconds) {

  static final Scale SMALL = new Scale("small", 4, 4, 8, 13, 1, 400, 10, 3, 1);
  static final Scale FULL = new Scale("full", 15, 20, 80, 17, 5, 20_000, 500, 40, 5);
  static final Scale LARGE = new Scale("large", 15, 20, 80, 170, 5, 20_000, 500, 40, 5);

  /** The scale that the words of a command line ask for. */
  public static Scale asked(List<String> words) {
    if (words.contains("--small")) {
      return SMALL;
    }
    return words.contains("--large") ? LARGE : FULL;
  }

  /** True where the numbers mean nothing. */
  public boolean small() {
    return this == SMALL;
  }
}
