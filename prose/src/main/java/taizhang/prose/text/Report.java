package taizhang.prose.text;

import java.util.List;

/**
 * One report of a text.
 *
 * @param lines its lines, with the numbers they have in the file
 * @param title its title, or an empty string
 * @param years the years it speaks of
 * @param planFrom where its plan begins
 * @param appendixFrom where its annexes begin
 */
public record Report(
    List<Line> lines, String title, Years years, Place planFrom, Place appendixFrom) {

  /** The part a place belongs to. */
  public Part partAt(int line, int offset) {
    if (!appendixFrom.after(line, offset)) {
      return Part.APPENDIX;
    }
    return planFrom.after(line, offset) ? Part.REVIEW : Part.PLAN;
  }

  /** Whether the report has a plan part. */
  public boolean plans() {
    return planFrom.line() != Place.NOWHERE.line();
  }

  /** The number of its first line. */
  public int fromLine() {
    return lines.getFirst().number();
  }

  /** The number of its last line. */
  public int toLine() {
    return lines.getLast().number();
  }

  /** A place in a file: a line counted from 1 and an offset in it. */
  public record Place(int line, int offset) {

    /** Beyond every text. */
    public static final Place NOWHERE = new Place(Integer.MAX_VALUE, 0);

    boolean after(int otherLine, int otherOffset) {
      return line > otherLine || line == otherLine && offset > otherOffset;
    }
  }
}
