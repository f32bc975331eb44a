package taizhang.server.attachment;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.entry.Attachment;
import taizhang.books.entry.Chain;
import taizhang.books.entry.FileRef;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.FileStore;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/**
 * Files that somebody has chosen in a form that is not sent yet. The form holds their {@link
 * FileRef}s; once it is sent, {@link taizhang.server.ledger.Entries} lays them beside the record.
 */
@Service
public class Uploads {

  /** As long as drafts are kept that may name them. */
  private static final Duration KEPT = Duration.ofDays(90);

  /** Most that one person may have chosen and not sent, in bytes. */
  private static final long WAITING = 400L << 20;

  private final Towns towns;
  private final TownScope scope;
  private final FileStore files;
  private final InstantSource clock;

  Uploads(Towns towns, TownScope scope, FileStore files, InstantSource clock) {
    this.towns = towns;
    this.scope = scope;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Takes a file that was chosen in a form.
   *
   * @return what the form's field holds for it
   * @throws Refusal where it is too large, of a kind that is not taken or marked secret, or the
   *     person may enter nothing
   */
  public FileRef choose(Clearance who, String name, byte[] content) {
    if (who.reach(Right.WRITE).isEmpty()) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "上传文件");
    }
    Attachment file = checked(name, content);
    Town town = towns.find(who.town());
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return scope.write(
        town,
        sql -> {
          files.forget(town, who.login(), now.minus(KEPT), sql);
          if (files.waiting(town, who.login(), sql) + content.length > WAITING) {
            throw Refusal.of(ProblemCode.TOO_LARGE, "已选未登记的文件", "400 MB", "更多；先登记或放弃草稿");
          }
          files.choose(town, who.login(), file, content, now, sql);
          return new FileRef(file.digest(), file.name());
        });
  }

  /** A file as an entry names it; refused where it is not taken. */
  static Attachment checked(String name, byte[] content) {
    if (content.length == 0 || content.length > Attachments.MOST) {
      throw Refusal.of(ProblemCode.TOO_LARGE, "“" + name + "”", "20 MB", content.length + " 字节");
    }
    String type = FileKind.of(name, content);
    String digest = HexFormat.of().formatHex(Chain.digest(content));
    return new Attachment(0, bare(name), content.length, type, digest);
  }

  /** The name alone, however the browser wrote its folders. */
  private static String bare(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    return clean.isEmpty() ? "附件" : clean.substring(Math.max(0, clean.length() - 200));
  }
}
