package taizhang.server.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.figure.Posted;
import taizhang.books.posting.Cell;
import taizhang.books.posting.Posting;
import taizhang.books.posting.Stage;
import taizhang.server.town.Town;

/** The rows kept of a town's records and their postings, in the order of the records, streamed. */
final class RecordCursor implements AutoCloseable {

  private static final int FETCH = 2000;

  private final Stream<RecordStore.Row> rowStream;
  private final Stream<Posted> postingStream;
  private final Iterator<RecordStore.Row> rows;
  private final Iterator<Posted> postings;
  private @Nullable Posted ahead;

  RecordCursor(Town town, JdbcClient sql) {
    rowStream =
        sql
            .sql(RecordStore.COLUMNS + " where town = ? order by id")
            .param(town.id())
            .withFetchSize(FETCH)
            .query(RecordStore.ROW)
            .stream();
    postingStream =
        sql
            .sql(
                """
                select seq, record, indicator, area, starts, belongs, slice, key, stage, on_date, amount, mark
                from posting where town = ? order by record, seq, n
                """)
            .param(town.id())
            .withFetchSize(FETCH)
            .query((row, n) -> posted(row))
            .stream();
    rows = rowStream.iterator();
    postings = postingStream.iterator();
  }

  /** The next record kept, null after the last. */
  RecordStore.@Nullable Row next() {
    return rows.hasNext() ? rows.next() : null;
  }

  /** The postings kept of a record, in the order of the books; ask in the order of the records. */
  List<Posted> postings(long record) {
    List<Posted> found = new ArrayList<>();
    while (ahead != null || postings.hasNext()) {
      Posted next = ahead == null ? postings.next() : ahead;
      if (next.record() > record) {
        ahead = next;
        return found;
      }
      ahead = null;
      if (next.record() == record) {
        found.add(next);
      }
    }
    return found;
  }

  private static Posted posted(ResultSet row) throws SQLException {
    Cell cell =
        new Cell(
            row.getString(3),
            row.getString(4),
            row.getObject(5, LocalDate.class),
            row.getObject(6, LocalDate.class),
            row.getString(7),
            row.getString(8));
    Stage stage = row.getString(9).equals("approved") ? Stage.APPROVED : Stage.PENDING;
    LocalDate on = row.getObject(10, LocalDate.class);
    Posting posting = new Posting(cell, stage, on, row.getBigDecimal(11), row.getInt(12));
    return new Posted(row.getLong(1), row.getLong(2), posting);
  }

  @Override
  public void close() {
    rowStream.close();
    postingStream.close();
  }
}
