package taizhang.server.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.figure.Posted;
import taizhang.books.posting.Cell;
import taizhang.books.posting.Posting;
import taizhang.books.posting.Stage;
import taizhang.server.town.Town;

/**
 * The rows kept of a town's records and their postings, in the order of the records, read page by
 * page.
 */
final class RecordCursor implements AutoCloseable {

  private static final int PAGE = 2000;

  private final Town town;
  private final JdbcClient sql;
  private final RecordStore records = new RecordStore();
  private final Deque<RecordStore.Row> rows = new ArrayDeque<>();
  private final Map<Long, List<Posted>> postings = new HashMap<>();
  private long read;
  private boolean ended;

  RecordCursor(Town town, JdbcClient sql) {
    this.town = town;
    this.sql = sql;
  }

  /** The next record kept, null after the last. */
  RecordStore.@Nullable Row next() {
    if (rows.isEmpty() && !ended) {
      fill();
    }
    return rows.poll();
  }

  /** The postings kept of the record last returned, in the order of the books. */
  List<Posted> postings(long record) {
    List<Posted> found = postings.remove(record);
    return found == null ? List.of() : found;
  }

  private void fill() {
    List<Long> ids =
        sql.sql("select id from record where town = ? and id > ? order by id limit ?")
            .param(town.id())
            .param(read)
            .param(PAGE)
            .query((row, n) -> row.getLong(1))
            .list();
    ended = ids.size() < PAGE;
    if (ids.isEmpty()) {
      return;
    }
    Map<Long, RecordStore.Row> found = records.find(town, ids.toArray(), sql);
    ids.forEach(id -> rows.add(java.util.Objects.requireNonNull(found.get(id))));
    sql.sql(
            """
            select seq, record, indicator, area, starts, belongs, slice, key, stage, on_date, amount, mark
            from posting where town = ? and record > ? and record <= ? order by record, seq, n
            """)
        .param(town.id())
        .param(read)
        .param(ids.getLast())
        .withFetchSize(PAGE)
        .query(row -> {
          Posted posted = posted(row);
          postings.computeIfAbsent(posted.record(), r -> new ArrayList<>()).add(posted);
        });
    read = ids.getLast();
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
    rows.clear();
    postings.clear();
  }
}
