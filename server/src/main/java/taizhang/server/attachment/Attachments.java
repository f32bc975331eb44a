package taizhang.server.attachment;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
import taizhang.server.ledger.FileStore;
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
  private final FileStore files;
  private final Traces traces;

  Attachments(
      Towns towns,
      TownScope scope,
      Records records,
      Entries entries,
      RecordSeal seal,
      FileStore files,
      Traces traces) {
    this.towns = towns;
    this.scope = scope;
    this.records = records;
    this.entries = entries;
    this.seal = seal;
    this.files = files;
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
    Attachment file = Uploads.checked(name, content);
    Town town = towns.find(who.town());
    RecordView view = records.find(who, record);
    return scope.write(
        town,
        sql -> {
          Receipt receipt =
              entries.append(who, submission(view, null, file.patch(), null).keyed(key));
          files.keep(town, record, file.digest(), seal.seal(town, view, content, sql), sql);
          return receipt;
        });
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
    return open(who, record, file -> file.seq() == seq, Long.toString(seq), address);
  }

  /** The same for a file that a field names by its digest. */
  public Opened open(Clearance who, long record, String digest, String address) {
    return open(who, record, file -> file.digest().equals(digest), digest, address);
  }

  private Opened open(
      Clearance who, long record, Predicate<Attachment> which, String said, String address) {
    RecordView view = records.find(who, record);
    Attachment file =
        Attachment.standing(view.entries()).stream()
            .filter(which)
            .findFirst()
            .orElseThrow(() -> Refusal.of(ProblemCode.UNKNOWN_FILE, said));
    Town town = towns.find(who.town());
    byte[] content = scope.read(town, sql -> content(town, record, file, sql));
    if (!HexFormat.of().formatHex(Chain.digest(content)).equals(file.digest())) {
      throw Refusal.of(ProblemCode.FAULT, "附件与登记的摘要不符：" + file.name());
    }
    traces.leave(town, who.login(), "download", "记录 " + record, file.name(), address);
    return new Opened(file, content);
  }

  private byte[] content(Town town, long record, Attachment file, JdbcClient sql) {
    List<byte[]> kept = files.kept(town, record, file.digest(), sql);
    if (kept.isEmpty()) {
      throw Refusal.of(ProblemCode.UNKNOWN_FILE, file.name());
    }
    return seal.open(town, record, kept.getFirst(), sql);
  }
}
