package taizhang.server.ledger;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryBytes;
import taizhang.server.town.Town;

/** The table of entries and the head of each chain. */
@Repository
class EntryStore {

  /** An entry found again by its key. */
  record Keyed(long seq, long record, String key, byte[] body) {}

  /** The head of a town's chain, locked until the transaction ends. */
  Head lock(Town town, JdbcClient sql) {
    return sql.sql(
            "select seq, hash, greatest(at, 'epoch') as at, books_seq from head where town = ? for update")
        .param(town.id())
        .query((row, n) ->
            new Head(
                row.getLong(1),
                row.getBytes(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getLong(4)))
        .single();
  }

  void advance(Town town, Head head, JdbcClient sql) {
    sql.sql("update head set seq = ?, hash = ?, at = ?, books_seq = ? where town = ?")
        .param(head.seq())
        .param(head.hash())
        .param(head.at().atOffset(ZoneOffset.UTC))
        .param(head.booksSeq())
        .param(town.id())
        .update();
  }

  /** Entries appended before under the same keys. */
  List<Keyed> keyed(Town town, String client, List<String> keys, JdbcClient sql) {
    if (keys.isEmpty()) {
      return List.of();
    }
    return sql.sql(
            "select seq, record, key, body from submission where town = ? and client = ? and key = any(?)")
        .param(town.id())
        .param(client)
        .param(new SqlArrayValue("text", keys.toArray()))
        .query((row, n) ->
            new Keyed(row.getLong(1), row.getLong(2), row.getString(3), row.getBytes(4)))
        .list();
  }

  /** The entries of records, in the order of the books. */
  Map<Long, List<Entry>> histories(Town town, Object[] records, JdbcClient sql) {
    Map<Long, List<Entry>> histories = new HashMap<>();
    if (records.length > 0) {
      sql.sql("select bytes from entry where town = ? and record = any(?) order by record, seq")
          .param(town.id())
          .param(new SqlArrayValue("bigint", records))
          .query((row, n) -> EntryBytes.read(row.getBytes(1)))
          .list()
          .forEach(e -> histories.computeIfAbsent(e.record(), r -> new ArrayList<>()).add(e));
    }
    return histories;
  }

  void insert(Town town, List<Draft> drafts, JdbcClient sql) {
    sql.sql(
            """
            insert into entry (town, seq, ledger, record, kind, of_version, area, effective_on, state,
                               pack, by, at, reason, bytes, hash)
            select ?, * from unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[],
                                    ?::date[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[],
                                    ?::bytea[], ?::bytea[])
            """)
        .param(town.id())
        .param(column("bigint", drafts, d -> d.placed().seq()))
        .param(column("text", drafts, d -> d.placed().ledger()))
        .param(column("bigint", drafts, d -> d.placed().record()))
        .param(column("text", drafts, d -> d.placed().kind().code()))
        .param(column("bigint", drafts, d -> d.placed().ofVersion()))
        .param(column("text", drafts, d -> d.placed().area()))
        .param(column("text", drafts, d -> text(d.placed().effectiveOn())))
        .param(column("text", drafts, d -> d.placed().state()))
        .param(column("bigint", drafts, d -> d.placed().pack()))
        .param(column("text", drafts, d -> d.placed().by()))
        .param(column("text", drafts, d -> d.placed().at().toString()))
        .param(column("text", drafts, d -> d.placed().reason()))
        .param(bytes(drafts, d -> d.bytes))
        .param(bytes(drafts, d -> d.hash))
        .update();
  }

  /** Remembers what was submitted under keys. */
  void remember(Town town, String client, List<Draft> drafts, JdbcClient sql) {
    List<Draft> keyed = drafts.stream().filter(d -> d.body != null).toList();
    if (keyed.isEmpty()) {
      return;
    }
    sql.sql(
            """
            insert into submission (town, client, key, seq, record, body)
            select ?, ?, * from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bytea[])
            """)
        .param(town.id())
        .param(client)
        .param(column("text", keyed, d -> d.placed().key()))
        .param(column("bigint", keyed, d -> d.placed().seq()))
        .param(column("bigint", keyed, d -> d.placed().record()))
        .param(bytes(keyed, d -> d.body))
        .update();
  }

  /** One column of many rows as an array; an SQL array may hold nulls. */
  @SuppressWarnings("NullAway")
  static <T> SqlArrayValue column(String type, List<T> rows, Function<T, @Nullable Object> value) {
    @Nullable Object[] cells = new @Nullable Object[rows.size()];
    for (int n = 0; n < cells.length; n++) {
      cells[n] = value.apply(rows.get(n));
    }
    return new SqlArrayValue(type, cells);
  }

  /** A column of bytes; the driver wants those as an array of arrays. */
  @SuppressWarnings("NullAway")
  static <T> SqlArrayValue bytes(List<T> rows, Function<T, byte @Nullable []> value) {
    byte[][] cells = new byte[rows.size()][];
    for (int n = 0; n < cells.length; n++) {
      cells[n] = value.apply(rows.get(n));
    }
    return new SqlArrayValue("bytea", (Object[]) cells);
  }

  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
