package taizhang.server.ledger;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import taizhang.books.entry.Attachment;
import taizhang.server.town.Town;

/**
 * What files hold: those that lie beside records, and those that somebody has chosen in a form not
 * yet sent.
 */
@Repository
public class FileStore {

  private final Sealing sealing;

  FileStore(Sealing sealing) {
    this.sealing = sealing;
  }

  /** Keeps what a file beside a record holds, sealed under the record's key. */
  public void keep(Town town, long record, String digest, byte[] sealed, JdbcClient sql) {
    sql.sql(
            """
            insert into attachment (town, record, digest, content) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .param(town.id())
        .param(record)
        .param(bytes(digest))
        .param(sealed)
        .update();
  }

  /** What a file beside a record holds, sealed; empty where there is none. */
  public List<byte[]> kept(Town town, long record, String digest, JdbcClient sql) {
    return sql.sql("select content from attachment where town = ? and record = ? and digest = ?")
        .param(town.id())
        .param(record)
        .param(bytes(digest))
        .query((row, n) -> row.getBytes(1))
        .list();
  }

  /** Keeps a file that somebody has chosen; the same file chosen again is kept once. */
  public void choose(
      Town town,
      String login,
      Attachment file,
      byte[] content,
      OffsetDateTime now,
      JdbcClient sql) {
    Sealing.Wrapped sealed = sealing.wrap(content);
    sql.sql(
            """
            insert into upload (town, login, digest, name, type, size, at, content, master)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (town, login, digest) do update
            set name = excluded.name, type = excluded.type, at = excluded.at,
              content = excluded.content, master = excluded.master
            """)
        .param(town.id())
        .param(login)
        .param(bytes(file.digest()))
        .param(file.name())
        .param(file.type())
        .param(file.size())
        .param(now)
        .param(sealed.bytes())
        .param(sealed.master())
        .update();
  }

  /** Forgets what was chosen before a moment and never sent. */
  public void forget(Town town, String login, OffsetDateTime before, JdbcClient sql) {
    sql.sql("delete from upload where town = ? and login = ? and at < ?")
        .param(town.id())
        .param(login)
        .param(before)
        .update();
  }

  /** How many bytes somebody has chosen and not sent. */
  public long waiting(Town town, String login, JdbcClient sql) {
    return sql.sql("select coalesce(sum(size), 0) from upload where town = ? and login = ?")
        .param(town.id())
        .param(login)
        .query(Long.class)
        .single();
  }

  /** The files of some digests that somebody has chosen, by digest. */
  Map<String, Attachment> chosen(
      Town town, String login, Collection<String> digests, JdbcClient sql) {
    return sql
        .sql(
            """
            select digest, name, type, size from upload
            where town = ? and login = ? and digest = any(?)
            """)
        .param(town.id())
        .param(login)
        .param(digests.stream().map(FileStore::bytes).toArray(byte[][]::new))
        .query((row, n) ->
            new Attachment(
                0,
                row.getString(2),
                row.getLong(4),
                row.getString(3),
                HexFormat.of().formatHex(row.getBytes(1))))
        .list()
        .stream()
        .collect(Collectors.toMap(Attachment::digest, file -> file));
  }

  /** What a chosen file holds, which from now on lies beside a record. */
  byte[] take(Town town, String login, String digest, JdbcClient sql) {
    Sealing.Wrapped sealed =
        sql.sql(
                """
                delete from upload where town = ? and login = ? and digest = ?
                returning content, master
                """)
            .param(town.id())
            .param(login)
            .param(bytes(digest))
            .query((row, n) -> new Sealing.Wrapped(row.getBytes(1), row.getString(2)))
            .single();
    return sealing.unwrap(sealed);
  }

  private static byte[] bytes(String digest) {
    return HexFormat.of().parseHex(digest);
  }
}
