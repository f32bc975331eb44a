package taizhang.server.demo;

import java.util.List;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;

/** The ordinary way into the books, as the demonstration uses it. */
@FunctionalInterface
public interface Appending {

  /**
   * Appends a batch; each submission under its idempotency key.
   *
   * @param town code of the town
   * @param by login that submits
   * @return one receipt per submission, in their order
   */
  List<Receipt> appendAll(String town, String by, List<Submission> batch);
}
