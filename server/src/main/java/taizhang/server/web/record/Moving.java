package taizhang.server.web.record;

/**
 * A figure that an entry moves.
 *
 * @param title the indicator
 * @param area where
 * @param when the period it belongs to
 * @param by by how much, with sign and unit
 * @param down true where it falls
 * @param waits true where it counts only after review
 * @param note what else to know, such as that the month is locked
 * @param href where the figure is
 */
public record Moving(
    String title,
    String area,
    String when,
    String by,
    boolean down,
    boolean waits,
    String note,
    String href) {}
