package taizhang.server.browse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.pack.Field;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;

/**
 * Looks through a ledger for a person: the same selection listed, counted, summed, grouped and
 * streamed. Filters and orders name open fields only.
 */
@Service
public class Browse {

  /** Most rows of one page. */
  public static final int LARGEST_PAGE = 500;

  private static final int FETCHED = 1000;

  private final Looking looking;
  private final SortedLedgers sorted;
  private final KnownTotals known = new KnownTotals();

  Browse(Looking looking, SortedLedgers sorted) {
    this.looking = looking;
    this.sorted = sorted;
  }

  /** Makes ready, in the background, that a large ledger is sorted by some of its columns. */
  public void prepare(Clearance who, String ledger, List<Order> orders) {
    sorted.prepare(who, ledger, orders);
  }

  /** The same, and waits for it. */
  public void make(Clearance who, String ledger, Order order) {
    sorted.make(who, ledger, order);
  }

  /**
   * A page of a list.
   *
   * @param from where it begins or ends, null for the first page
   * @throws Refusal where the ledger or a field is unknown, or a field is personal
   */
  public Page page(
      Clearance who, Selection selection, Order order, @Nullable Cursor from, int size) {
    Arrangement ready =
        order.by().equals(Order.OPENED) ? null : sorted.ready(who, selection.ledger(), order);
    return looking.within(
        who, selection, (where, sql) -> page(where, order, from, size, ready, sql));
  }

  /** What the selection comes to; remembered until something is entered into the books. */
  public Totals totals(Clearance who, Selection selection) {
    return looking.within(
        who,
        selection,
        (where, sql) -> {
          long newest = newest(where, sql);
          return known.of(where.mark(), newest, () -> totals(where, sql));
        });
  }

  /** Each record of a selection, in the order they were opened; read at one instant. */
  public void each(Clearance who, Selection selection, Consumer<RecordRow> work) {
    looking.within(
        who,
        selection,
        (where, sql) -> {
          where
              .bind(
                  sql.sql(
                      RecordRows.COLUMNS
                          + " from record r where "
                          + where.sql()
                          + " order by r.id"))
              .withFetchSize(FETCHED)
              .query((RowCallbackHandler) row -> work.accept(RecordRows.read(row)));
          return where;
        });
  }

  /** Those of some records that the person may read and that belong to the selection. */
  public List<RecordRow> find(Clearance who, Selection selection, Collection<Long> ids) {
    return looking.within(
        who,
        selection,
        (where, sql) -> {
          where.and("r.id = any(:ids)", Map.of("ids", ids.toArray(Long[]::new)));
          return where
              .bind(
                  sql.sql(
                      RecordRows.COLUMNS
                          + " from record r where "
                          + where.sql()
                          + " order by r.id"))
              .query((row, n) -> RecordRows.read(row))
              .list();
        });
  }

  private static long newest(Where where, JdbcClient sql) {
    return sql.sql("select seq from head where town = ?")
        .param(where.town().id())
        .query(Long.class)
        .single();
  }

  private static Page page(
      Where where,
      Order order,
      @Nullable Cursor from,
      int size,
      @Nullable Arrangement ready,
      JdbcClient sql) {
    int most = Math.clamp(size, 1, LARGEST_PAGE);
    Columns.Key key = where.columns().key(order);
    boolean back = from != null && from.back();
    boolean descending = order.descending() != back;
    if (from != null) {
      where.know(Map.of("cursor", checked(from, key), "cursor_id", from.id()));
    }
    List<Walk.Keyed> found =
        ready == null ? null : Walk.rows(where, ready, key, from, descending, most + 1, sql);
    return cut(found == null ? sort(where, key, from, descending, most, sql) : found, most, from);
  }

  private static List<Walk.Keyed> sort(
      Where where,
      Columns.Key key,
      @Nullable Cursor from,
      boolean descending,
      int most,
      JdbcClient sql) {
    if (from != null) {
      where.and(
          "(%s, r.id) %s (cast(:cursor as %s), :cursor_id)"
              .formatted(key.sql(), descending ? "<" : ">", key.type()),
          Map.of());
    }
    return where
        .bind(sql.sql(rows(where, key, descending ? " desc" : "", most + 1)))
        .query((row, n) -> new Walk.Keyed(RecordRows.read(row), row.getString("sort_key")))
        .list();
  }

  private static String rows(Where where, Columns.Key key, String direction, int limit) {
    return "%s, (%s)::text as sort_key from record r where %s order by %s%s, r.id%s limit %d"
        .formatted(
            RecordRows.COLUMNS, key.sql(), where.sql(), key.sql(), direction, direction, limit);
  }

  private static Page cut(List<Walk.Keyed> found, int most, @Nullable Cursor from) {
    boolean more = found.size() > most;
    List<Walk.Keyed> shown = new ArrayList<>(more ? found.subList(0, most) : found);
    boolean back = from != null && from.back();
    List<Walk.Keyed> rows = back ? shown.reversed() : shown;
    boolean after = back || more;
    boolean before = back ? more : from != null;
    return new Page(
        rows.stream().map(Walk.Keyed::row).toList(),
        after && !rows.isEmpty() ? rows.getLast().cursor(false) : null,
        before && !rows.isEmpty() ? rows.getFirst().cursor(true) : null);
  }

  private static String checked(Cursor from, Columns.Key key) {
    boolean number = !key.type().equals("text");
    if (number && !from.key().matches("-?\\d{1,40}(\\.\\d{1,40})?|-Infinity")) {
      throw Refusal.of(ProblemCode.NOT_READABLE, "页", from.key());
    }
    return from.key();
  }

  private static Totals totals(Where where, JdbcClient sql) {
    List<Field> summed = where.ledger().totals();
    return where
        .bind(
            sql.sql(
                "select "
                    + Aggregates.sql(where.ledger(), summed)
                    + " from record r where "
                    + where.sql()))
        .query((row, n) -> Aggregates.read(row, summed))
        .single();
  }
}
