package taizhang.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one table of the house, as {@code kit/table.jte} shows it: rows open on click, columns sort
 * by their headings, the arrow keys walk, and on a phone each row is a card.
 *
 * @param caption what it holds, for those who hear the page
 * @param columns from the left
 * @param lines its rows
 * @param foot the row of totals, null for none
 * @param footFrom address that the row of totals is fetched from where it takes longer than the
 *     page should; empty where it stands in {@code foot}
 * @param selectable true where rows can be ticked for the form with the id {@code selection}
 * @param drawer id of the element that a cell's editing form is shown in, empty where none is
 *     editable
 */
public record Table(
    String caption,
    List<Column> columns,
    List<Line> lines,
    @Nullable Foot foot,
    String footFrom,
    boolean selectable,
    String drawer) {

  public Table {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /**
   * A column.
   *
   * @param name its name in addresses
   * @param unit unit of its numbers, empty for none
   * @param numeric true to align it right
   * @param sort address of the page sorted by it, empty where it does not sort
   * @param sorted {@code ascending}, {@code descending} or null
   */
  public record Column(
      String name,
      String title,
      String unit,
      boolean numeric,
      String sort,
      @Nullable String sorted) {}

  /**
   * A row.
   *
   * @param id what is sent where it is ticked
   * @param href what opens on click
   * @param name what those who hear the page are told it is
   * @param cells one per column
   */
  public record Line(String id, String href, String name, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A place in the table.
   *
   * @param text what stands there
   * @param look {@code masked}, {@code tag}, {@code warn}, {@code light} with its colour, or empty
   * @param whole the whole text where what stands there is cut short, what a light means, else
   *     empty
   * @param edit address of its editing form, empty where it cannot be edited here
   * @param doors what stands there instead of the text: files to take home
   */
  public record Cell(String text, String look, String whole, String edit, List<Door> doors) {
    public Cell {
      doors = List.copyOf(doors);
    }

    /** Text that leads nowhere. */
    public Cell(String text, String look, String whole, String edit) {
      this(text, look, whole, edit, List.of());
    }

    /** Plain text. */
    public static Cell of(String text) {
      return new Cell(text, "", "", "");
    }
  }

  /**
   * Something that leads somewhere.
   *
   * @param download true where it is taken home instead of opened
   */
  public record Door(String text, String href, boolean download) {}

  /**
   * The row of totals.
   *
   * @param label what it says at the left
   * @param href the figure that the number of rows is, empty for none
   * @param sums one per column, null where the column has no sum
   */
  public record Foot(String label, String href, List<Sum> sums) {
    public Foot {
      sums = List.copyOf(sums);
    }
  }

  /**
   * A sum.
   *
   * @param text empty where the column has none
   * @param href the figure that it is, empty for none
   * @param figure name of that figure
   */
  public record Sum(String text, String href, String figure) {

    /** No sum. */
    public static final Sum NONE = new Sum("", "", "");
  }
}
