package taizhang.server.ledger;

import java.util.List;
import taizhang.books.entry.Receipt;
import taizhang.books.figure.Posted;

/**
 * What submissions would come to.
 *
 * @param receipts one per submission; its seq holds only where nobody else enters anything first
 * @param posted what they would post
 */
public record Rehearsal(List<Receipt> receipts, List<Posted> posted) {

  public Rehearsal {
    receipts = List.copyOf(receipts);
    posted = List.copyOf(posted);
  }
}
