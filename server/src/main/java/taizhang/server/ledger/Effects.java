package taizhang.server.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.figure.Posted;
import taizhang.books.posting.Cell;
import taizhang.books.posting.Posting;
import taizhang.books.posting.Stage;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/** What an entry moved when it was made. */
@Service
public class Effects {

  private final Towns towns;
  private final TownScope scope;
  private final Records records;

  Effects(Towns towns, TownScope scope, Records records) {
    this.towns = towns;
    this.scope = scope;
    this.records = records;
  }

  /**
   * What an entry of a record posted.
   *
   * @throws taizhang.books.refusal.Refusal where the person may not read the record
   */
  public List<Posted> of(Clearance who, long record, long seq) {
    records.find(who, record);
    Town town = towns.find(who.town());
    return scope.read(
        town,
        sql ->
            sql.sql(
                    """
                    select indicator, area, starts, belongs, slice, key, stage, on_date, amount, mark
                    from posting where town = ? and seq = ? and record = ? order by n
                    """)
                .param(town.id())
                .param(seq)
                .param(record)
                .query((row, n) ->
                    new Posted(
                        seq,
                        record,
                        new Posting(
                            new Cell(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class),
                                row.getString(5),
                                row.getString(6)),
                            Stage.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
                            row.getObject(8, LocalDate.class),
                            row.getBigDecimal(9),
                            row.getInt(10))))
                .list());
  }
}
