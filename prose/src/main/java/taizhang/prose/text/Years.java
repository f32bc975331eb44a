package taizhang.prose.text;

/**
 * The years a report speaks of; 0 where the text does not tell.
 *
 * @param review the year looked back on
 * @param plan the year planned
 * @param late whether the report was given in the reviewed year itself, so that its 今年 is the
 *     reviewed year
 */
public record Years(int review, int plan, boolean late) {

  /** Nothing known. */
  public static final Years UNKNOWN = new Years(0, 0, false);

  /** The year a part speaks of by default. */
  public int of(Part part) {
    return part == Part.PLAN ? plan : review;
  }

  /** The year 今年 stands for in a part. */
  public int current(Part part) {
    return part == Part.PLAN && !late ? plan : late ? review : plan;
  }
}
