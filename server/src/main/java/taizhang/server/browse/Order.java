package taizhang.server.browse;

/**
 * In which order records are listed; those that are equal by the order that they were opened in.
 *
 * @param by name of a field, or {@link #OPENED}, {@link #ENTERED}, {@link #AREA}, {@link #STATE},
 *     {@link #DUE}
 * @param descending true for the greatest first
 */
public record Order(String by, boolean descending) {

  /** By when the record was opened in the books. */
  public static final String OPENED = "@opened";

  /** By when something was last entered about it. */
  public static final String ENTERED = "@entered";

  /** By the code of its area. */
  public static final String AREA = "@area";

  /** By the name of its state. */
  public static final String STATE = "@state";

  /** By when the first of its time limits runs out; those without come last. */
  public static final String DUE = "@due";

  /** The record opened last comes first. */
  public static final Order NEWEST = new Order(OPENED, true);

  /** Reads {@link #text()}. */
  public static Order parse(String text) {
    return text.startsWith("-") ? new Order(text.substring(1), true) : new Order(text, false);
  }

  /** {@code km}, descending {@code -km}. */
  public String text() {
    return (descending ? "-" : "") + by;
  }
}
