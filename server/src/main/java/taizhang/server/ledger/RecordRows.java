package taizhang.server.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/** Many records at once, as tables need them. */
@Service
public class RecordRows {

  /** What {@link #read} reads, from a table of records aliased {@code r}. */
  public static final String COLUMNS =
      "select r.id, r.ledger, r.area, r.state, r.version, r.reviewed, r.void, r.image::text";

  private static final int FETCHED = 1000;

  private final Towns towns;
  private final TownScope scope;

  RecordRows(Towns towns, TownScope scope) {
    this.towns = towns;
    this.scope = scope;
  }

  /**
   * Each live record of a ledger that a person may read, in the order they were opened; read at one
   * instant. Where more is asked than that it is live, {@code browse.Browse} does it.
   */
  public void each(Clearance who, String ledger, Consumer<RecordRow> work) {
    Town in = towns.find(who.town());
    Sight sight = Sight.of(who, Right.READ, "r");
    String where = " from record r where r.town = :town and r.ledger = :ledger and not r.void and ";
    scope.read(
        in,
        sql -> {
          sight
              .bind(sql.sql(COLUMNS + where + sight.where() + " order by r.id"))
              .param("town", in.id())
              .param("ledger", ledger)
              .withFetchSize(FETCHED)
              .query((RowCallbackHandler) row -> work.accept(read(row)));
          return in;
        });
  }

  /**
   * The live records of some ledgers whose field holds a text, in the order they were opened. Not
   * asked for whom: for rooms that have rules of their own about who sees their records.
   */
  public List<RecordRow> with(String town, Collection<String> ledgers, String field, String text) {
    Town in = towns.find(town);
    return scope.read(
        in,
        sql ->
            sql.sql(
                    """
                    %s from record r
                    where town = ? and ledger = any(?) and image ->> ? = ? and not void order by id
                    """
                        .formatted(COLUMNS))
                .param(in.id())
                .param(ledgers.toArray(String[]::new))
                .param(field)
                .param(text)
                .query((row, n) -> read(row))
                .list());
  }

  /** The records of some numbers, void ones too. */
  public Map<Long, RecordRow> find(String town, Collection<Long> ids) {
    Town in = towns.find(town);
    return scope.read(in, sql -> find(in, ids, sql));
  }

  private static Map<Long, RecordRow> find(Town town, Collection<Long> ids, JdbcClient sql) {
    Map<Long, RecordRow> found = new HashMap<>();
    sql.sql(COLUMNS + " from record r where town = ? and id = any(?)")
        .param(town.id())
        .param(ids.toArray(Long[]::new))
        .query((row, n) -> read(row))
        .list()
        .forEach(row -> found.put(row.id(), row));
    return found;
  }

  /**
   * The live records of some ledgers whose text holds what is looked for, or whose number it is, as
   * far as a person may read them; the newest first.
   *
   * @param fields in which to look
   */
  public List<RecordRow> search(
      Clearance who,
      Collection<String> ledgers,
      Collection<String> fields,
      String text,
      int limit) {
    Town in = towns.find(who.town());
    Sight sight = Sight.of(who, Right.READ, "r");
    String like = "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    return scope.read(
        in,
        sql ->
            sight
                .bind(
                    sql.sql(
                        """
                        %s from record r
                        where town = :town and ledger = any(:ledgers) and not void and %s
                          and (id::text = :text or exists (
                            select from unnest(:fields::text[]) f where image ->> f ilike :like))
                        order by id desc limit :limit
                        """
                            .formatted(COLUMNS, sight.where())))
                .param("town", in.id())
                .param("ledgers", ledgers.toArray(String[]::new))
                .param("text", text)
                .param("fields", fields.toArray(String[]::new))
                .param("like", like)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list());
  }

  /**
   * The live records that refer to one, as far as a person may read them; the newest first.
   *
   * @param fields by ledger, the fields that refer to records of its kind
   */
  public List<RecordRow> referring(
      Clearance who, Map<String, List<String>> fields, long id, int limit) {
    List<String> ledgers = new ArrayList<>();
    List<String> names = new ArrayList<>();
    fields.forEach((ledger, own) ->
        own.forEach(name -> {
          ledgers.add(ledger);
          names.add(name);
        }));
    if (names.isEmpty()) {
      return List.of();
    }
    Town in = towns.find(who.town());
    Sight sight = Sight.of(who, Right.READ, "r");
    return scope.read(
        in,
        sql ->
            sight
                .bind(
                    sql.sql(
                        """
                        %s
                        from unnest(:ledgers::text[], :names::text[]) as f(ledger, name)
                        join record r on r.town = :town and r.ledger = f.ledger
                          and r.image ->> f.name = :id
                        where not r.void and %s order by r.id desc limit :limit
                        """
                            .formatted(COLUMNS, sight.where())))
                .param("ledgers", ledgers.toArray(String[]::new))
                .param("names", names.toArray(String[]::new))
                .param("town", in.id())
                .param("id", Long.toString(id))
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list());
  }

  /** Reads a row of {@link #COLUMNS}. */
  public static RecordRow read(ResultSet row) throws SQLException {
    String state = row.getString(4);
    return new RecordRow(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        state == null ? "" : state,
        row.getLong(5),
        row.getLong(6),
        row.getBoolean(7),
        ImageText.read(row.getString(8)));
  }
}
