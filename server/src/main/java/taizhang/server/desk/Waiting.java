package taizhang.server.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that await a person.
 *
 * @param count how many there are; {@code most} stands for more than are counted
 * @param more true where only the first so many were counted
 * @param first those that have waited longest
 */
public record Waiting(int count, boolean more, List<Item> first) {

  public Waiting {
    first = List.copyOf(first);
  }

  /**
   * A record with its newest entry.
   *
   * @param ledger full code
   * @param area where it stands, null for none
   * @param kind what the newest entry said
   * @param by whose it is
   * @param reason why, where given
   */
  public record Item(
      long record,
      String ledger,
      @Nullable String area,
      String kind,
      String by,
      Instant at,
      @Nullable String reason) {}
}
