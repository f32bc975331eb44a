package taizhang.server.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.entry.Attachment;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.FileRef;
import taizhang.books.entry.Submission;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.server.town.Town;

/**
 * The files that fields name while entries are appended: each lies beside the record already, or
 * was chosen by whoever submits and is laid there by an entry that follows.
 */
final class FileWork {

  private final Town town;
  private final Author author;
  private final Stores stores;
  private final JdbcClient sql;
  private final Map<String, Attachment> chosen = new HashMap<>();
  private final List<Draft> laid = new ArrayList<>();

  FileWork(Town town, Author author, Stores stores, JdbcClient sql) {
    this.town = town;
    this.author = author;
    this.stores = stores;
    this.sql = sql;
  }

  /** A file that a draft names and that is nowhere, or takes away while a field names it. */
  @Nullable Problem problem(Draft draft, RecordWork work) {
    if (draft.submission.kind() == EntryKind.ATTACH) {
      return held(draft, work);
    }
    Map<String, Field> named = fresh(draft, work);
    Set<String> unknown = new HashSet<>(named.keySet());
    unknown.removeAll(chosen.keySet());
    if (!unknown.isEmpty()) {
      chosen.putAll(stores.files().chosen(town, author.by(), unknown, sql));
    }
    return named.keySet().stream()
        .filter(digest -> !chosen.containsKey(digest))
        .findFirst()
        .map(digest -> missing(draft, Objects.requireNonNull(named.get(digest)), digest))
        .orElse(null);
  }

  private static Problem missing(Draft draft, Field field, String digest) {
    String name =
        FileRef.of(draft.submission.patch().get(field.name())).stream()
            .filter(ref -> ref.digest().equals(digest))
            .map(FileRef::name)
            .findFirst()
            .orElse(digest);
    return Problem.of(ProblemCode.NOT_UPLOADED, field.title(), name).in(field.name());
  }

  /** The files that a draft names and that do not lie beside the record yet, by digest. */
  private static Map<String, Field> fresh(Draft draft, RecordWork work) {
    Map<String, Field> named = new HashMap<>();
    for (Field field : draft.ledger.fields().values()) {
      if (field.type().form() == FieldType.Form.LISTING) {
        FileRef.of(draft.submission.patch().get(field.name()))
            .forEach(ref -> named.put(ref.digest(), field));
      }
    }
    if (!named.isEmpty()) {
      Attachment.standing(work.entries()).forEach(file -> named.remove(file.digest()));
    }
    return named;
  }

  private static @Nullable Problem held(Draft draft, RecordWork work) {
    Long seq = draft.submission.ofVersion();
    if (seq == null || work.history().isEmpty()) {
      return null;
    }
    for (Attachment file : Attachment.standing(work.entries())) {
      for (Field field : work.ledger.fields().values()) {
        boolean names =
            FileRef.of(work.image().fields().get(field.name())).stream()
                .anyMatch(ref -> ref.digest().equals(file.digest()));
        if (file.seq() == seq && names) {
          return Problem.of(
              ProblemCode.ALREADY, "这份文件还写在“" + field.title() + "”里；先登记变更或更正，把它从那里拿掉，再移除");
        }
      }
    }
    return null;
  }

  /** The entries that lay a placed draft's new files beside the record. */
  List<Draft> follows(Draft draft, RecordWork work) {
    if (draft.submission.kind() == EntryKind.ATTACH || chosen.isEmpty()) {
      return List.of();
    }
    List<Draft> follow = new ArrayList<>();
    for (String digest : fresh(draft, work).keySet()) {
      Draft next = laying(draft, work, Objects.requireNonNull(chosen.get(digest)));
      follow.add(next);
      laid.add(next);
    }
    if (!follow.isEmpty()) {
      stores.recordKeys().make(work);
    }
    return follow;
  }

  private static Draft laying(Draft draft, RecordWork work, Attachment file) {
    Submission laying =
        new Submission(
            work.ledger.code(),
            EntryKind.ATTACH,
            work.id,
            null,
            null,
            null,
            null,
            file.patch(),
            null,
            null,
            null);
    Draft follows = new Draft(draft.index, laying, work.ledger, file.patch(), null);
    follows.follows = true;
    return follows;
  }

  /** Moves what the files hold to where their records have them. */
  void keep(Map<Long, RecordWork> works) {
    for (Draft draft : laid) {
      Entry entry = draft.placed();
      RecordWork work = Objects.requireNonNull(works.get(entry.record()));
      Attachment file = Attachment.of(entry);
      byte[] content = stores.files().take(town, author.by(), file.digest(), sql);
      byte[] sealed = Sealing.seal(Objects.requireNonNull(work.key), content);
      stores.files().keep(town, work.id, file.digest(), sealed, sql);
    }
  }
}
