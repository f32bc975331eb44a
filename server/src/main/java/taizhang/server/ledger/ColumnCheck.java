package taizhang.server.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import taizhang.books.entry.Entry;
import taizhang.server.town.Town;

/** Whether the columns of an entry say what its bytes say. */
final class ColumnCheck {

  private ColumnCheck() {}

  static void compare(ResultSet row, Town town, Entry entry, Replay.Listener listener)
      throws SQLException {
    boolean same =
        entry.town().equals(town.code())
            && entry.seq() == row.getLong("seq")
            && entry.ledger().equals(row.getString("ledger"))
            && entry.record() == row.getLong("record")
            && entry.kind().code().equals(row.getString("kind"))
            && Objects.equals(entry.area(), row.getString("area"))
            && Objects.equals(entry.effectiveOn(), row.getObject("effective_on", LocalDate.class))
            && Objects.equals(entry.state(), row.getString("state"))
            && entry.by().equals(row.getString("by"))
            && entry.at().equals(row.getObject("at", OffsetDateTime.class).toInstant());
    if (!same) {
      listener.differs(
          "columns", row.getLong("seq"), "the columns of the entry differ from its bytes");
    }
  }
}
