package taizhang.server.desk;

import java.util.List;

/**
 * What others entered in a ledger lately.
 *
 * @param ledger full code
 * @param count how many entries
 * @param newest the newest of them
 */
public record News(String ledger, int count, List<Waiting.Item> newest) {

  public News {
    newest = List.copyOf(newest);
  }
}
