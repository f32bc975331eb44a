package taizhang.books.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a pack serves a function of a township's work (对应职能).
 *
 * @param row number of the function in {@code docs/functions.csv}
 * @param by things of the pack that serve it
 * @param limit what is left out on purpose and why, null where nothing is
 */
public record Service(int row, List<Thing> by, @Nullable String limit) {

  public Service {
    by = List.copyOf(by);
  }

  /**
   * Something declared.
   *
   * @param kind what it is: ledger, field, code, view, lifecycle, state, move or indicator
   * @param code full code, {@code pack.ledger.field}
   * @param title what the screen calls it, after what it is a part of
   */
  public record Thing(String kind, String code, String title) {}
}
