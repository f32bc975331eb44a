package taizhang.server.browse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.server.ledger.RecordRow;

/**
 * Some rows of a list.
 *
 * @param rows in the order asked for; personal fields sealed
 * @param next where the rows behind them begin, null where there are none
 * @param previous where the rows before them end, null where there are none
 */
public record Page(List<RecordRow> rows, @Nullable Cursor next, @Nullable Cursor previous) {

  public Page {
    rows = List.copyOf(rows);
  }
}
