package taizhang.server.web.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records drawn otherwise than as a table.
 *
 * @param by what they are arranged by
 * @param choices what else they can be arranged by
 * @param heading what is shown, such as a month
 * @param previous address of the part before, empty for none
 * @param next address of the part behind, empty for none
 * @param parts the columns of a board, the days of a calendar, the months of a timeline, the tiles
 *     of a map
 */
public record Drawn(
    String by,
    List<TableShown.Tab> choices,
    String heading,
    String previous,
    String next,
    List<Part> parts) {

  public Drawn {
    choices = List.copyOf(choices);
    parts = List.copyOf(parts);
  }

  /**
   * A part.
   *
   * @param note what stands beside its title, such as a sum
   * @param href the table of just these records
   * @param count how many records there are
   * @param shade 0 to 5, how it compares with the fullest
   * @param cards some of them
   * @param below address of the parts it consists of itself, empty for none
   */
  public record Part(
      String title,
      String note,
      String href,
      long count,
      int shade,
      List<Card> cards,
      @Nullable String below) {
    public Part {
      cards = List.copyOf(cards);
    }
  }

  /** A record as a card: what it is called, and two or three of its other fields. */
  public record Card(String href, String title, List<String> lines) {
    public Card {
      lines = List.copyOf(lines);
    }
  }
}
