package taizhang.server.attachment;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Attachment;
import taizhang.books.entry.Chain;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.access.Traces;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordSeal;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/**
 * Files beside records: each is an entry that names it, and its content sealed under the record's
 * key. Who may read the record may open its files; that they did is written down.
 */
@Service
public class Attachments {

  /** Largest file taken, in bytes. */
  public static final int MOST = 20 << 20;

  private final Towns towns;
  private final TownScope scope;
  private final Records records;
  private final Entries entries;
  private final RecordSeal seal;
  private final Traces traces;

  Attachments(
      Towns towns,
      TownScope scope,
      Records records,
      Entries entries,
      RecordSeal seal,
      Traces traces) {
    this.towns = towns;
    this.scope = scope;
    this.records = records;
    this.entries = entries;
    this.seal = seal;
    this.traces = traces;
  }

  /** A file with what it holds. */
  public record Opened(Attachment file, byte[] content) {}

  /**
   * Lays a file beside a record.
   *
   * @param key idempotency key of the form
   * @throws Refusal where it is too large, of a kind that is not taken, marked secret, or the
   *     record is not the person's to write
   */
  public Receipt lay(Clearance who, long record, String name, byte[] content, String key) {
    if (content.length == 0 || content.length > MOST) {
      throw Refusal.of(ProblemCode.TOO_LARGE, "“" + name + "”", "20 MB", content.length + " 字节");
    }
    String type = FileKind.of(name, content);
    Town town = towns.find(who.town());
    RecordView view = records.find(who, record);
    byte[] digest = Chain.digest(content);
    Attachment file =
        new Attachment(0, bare(name), content.length, type, HexFormat.of().formatHex(digest));
    return scope.write(
        town,
        sql -> {
          Receipt receipt =
              entries.append(who, submission(view, null, file.patch(), null).keyed(key));
          keep(town, view, digest, content, sql);
          return receipt;
        });
  }

  private void keep(Town town, RecordView view, byte[] digest, byte[] content, JdbcClient sql) {
    sql.sql(
            """
            insert into attachment (town, record, digest, content) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .param(town.id())
        .param(view.id())
        .param(digest)
        .param(seal.seal(town, view, content, sql))
        .update();
  }

  /** Takes a file away again; what was laid there stays in the books' memory. */
  public Receipt takeAway(Clearance who, long record, long seq, String reason) {
    RecordView view = records.find(who, record);
    return entries.append(who, submission(view, seq, Map.of(), reason));
  }

  private static Submission submission(
      RecordView view, @Nullable Long of, Map<String, Value> patch, @Nullable String reason) {
    return new Submission(
        view.ledger().code(),
        EntryKind.ATTACH,
        view.id(),
        null,
        of,
        null,
        null,
        patch,
        null,
        reason,
        null);
  }

  /**
   * A file that stands beside a record, opened for a person; leaves a trace.
   *
   * @throws Refusal where the record is not the person's to read, or there is no such file
   */
  public Opened open(Clearance who, long record, long seq, String address) {
    RecordView view = records.find(who, record);
    Attachment file =
        Attachment.standing(view.entries()).stream()
            .filter(f -> f.seq() == seq)
            .findFirst()
            .orElseThrow(() -> Refusal.of(ProblemCode.UNKNOWN_FILE, seq));
    Town town = towns.find(who.town());
    byte[] content = scope.read(town, sql -> content(town, record, file, sql));
    if (!HexFormat.of().formatHex(Chain.digest(content)).equals(file.digest())) {
      throw Refusal.of(ProblemCode.FAULT, "附件与登记的摘要不符：" + file.name());
    }
    traces.leave(town, who.login(), "download", "记录 " + record, file.name(), address);
    return new Opened(file, content);
  }

  private byte[] content(Town town, long record, Attachment file, JdbcClient sql) {
    List<byte[]> kept =
        sql.sql("select content from attachment where town = ? and record = ? and digest = ?")
            .param(town.id())
            .param(record)
            .param(HexFormat.of().parseHex(file.digest()))
            .query((row, n) -> row.getBytes(1))
            .list();
    if (kept.isEmpty()) {
      throw Refusal.of(ProblemCode.UNKNOWN_FILE, file.name());
    }
    return seal.open(town, record, kept.getFirst(), sql);
  }

  /** The name alone, however the browser wrote its folders. */
  private static String bare(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    return clean.isEmpty() ? "附件" : clean.substring(Math.max(0, clean.length() - 200));
  }
}
