package taizhang.server.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Image;

/**
 * What others entered in a ledger lately.
 *
 * @param ledger full code
 * @param count how many entries
 * @param newest the newest of them
 */
public record News(String ledger, int count, List<Item> newest) {

  public News {
    newest = List.copyOf(newest);
  }

  /**
   * An entry.
   *
   * @param ledger full code
   * @param area where its record stands, null for none
   * @param image what the record holds; personal fields sealed
   * @param kind what it said
   * @param by whose it is
   * @param reason why, where given
   */
  public record Item(
      long record,
      String ledger,
      @Nullable String area,
      Image image,
      String kind,
      String by,
      Instant at,
      @Nullable String reason) {}
}
