package taizhang.server.ledger;

import static taizhang.server.ledger.EntryStore.column;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import taizhang.books.entry.Value;
import taizhang.books.pack.Field;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.town.Town;

/** The keys of records with personal fields, and what is sealed with them. */
@Repository
class RecordKeys {

  private record Kept(long record, byte[] key) {}

  private final Sealing sealing;

  RecordKeys(Sealing sealing) {
    this.sealing = sealing;
  }

  Map<Long, byte[]> find(Town town, Object[] records, JdbcClient sql) {
    Map<Long, byte[]> keys = new HashMap<>();
    if (records.length > 0) {
      sql.sql("select record, wrapped, master from record_key where town = ? and record = any(?)")
          .param(town.id())
          .param(new SqlArrayValue("bigint", records))
          .query((row, n) ->
              new Kept(
                  row.getLong(1),
                  sealing.unwrap(new Sealing.Wrapped(row.getBytes(2), row.getString(3)))))
          .list()
          .forEach(kept -> keys.put(kept.record(), kept.key()));
    }
    return keys;
  }

  /** The draft's patch with personal fields sealed; a record's first one makes its key. */
  Map<String, Value> sealed(Draft draft, RecordWork work) {
    Map<String, Value> patch = new TreeMap<>(draft.patch);
    for (Field field : draft.ledger.fields().values()) {
      Value value = patch.get(field.name());
      if (!field.classification().sealed()
          || value == null
          || value instanceof Value.Cleared
          || value.asText().isEmpty()) {
        continue;
      }
      patch.put(field.name(), Value.of(Sealing.seal(make(work), value.asText())));
    }
    return patch;
  }

  /** The record's key, which is made where there is none. */
  byte[] make(RecordWork work) {
    byte[] key = work.key;
    if (key == null) {
      if (!work.isNew()
          && work.history().versions().stream().anyMatch(v -> holdsSealed(v.image()))) {
        throw Refusal.of(ProblemCode.ALREADY, "记录 " + work.id + " 的个人信息已销毁，不能再补登");
      }
      key = Sealing.freshKey();
      work.key = key;
    }
    return key;
  }

  private static boolean holdsSealed(taizhang.books.entry.Image image) {
    return image.fields().values().stream().anyMatch(v -> Sealing.sealed(v.asText()));
  }

  /** Keeps the keys of new records. */
  void save(Town town, List<Draft> drafts, Map<Long, RecordWork> works, JdbcClient sql) {
    List<Kept> fresh = new ArrayList<>();
    for (Draft draft : drafts) {
      RecordWork work = Objects.requireNonNull(works.get(draft.placed().record()));
      if (work.key != null && fresh.stream().noneMatch(k -> k.record() == work.id)) {
        fresh.add(new Kept(work.id, work.key));
      }
    }
    if (fresh.isEmpty()) {
      return;
    }
    keep(town, fresh, sql);
  }

  /** Keeps the key of one record, unless it has one. */
  void keep(Town town, long record, byte[] key, JdbcClient sql) {
    keep(town, List.of(new Kept(record, key)), sql);
  }

  private void keep(Town town, List<Kept> fresh, JdbcClient sql) {
    List<Sealing.Wrapped> wrapped = fresh.stream().map(k -> sealing.wrap(k.key())).toList();
    sql.sql(
            """
            insert into record_key (town, record, wrapped, master)
            select ?, * from unnest(?::bigint[], ?::bytea[], ?::text[]) on conflict do nothing
            """)
        .param(town.id())
        .param(column("bigint", fresh, Kept::record))
        .param(EntryStore.bytes(wrapped, Sealing.Wrapped::bytes))
        .param(column("text", wrapped, Sealing.Wrapped::master))
        .update();
  }

  /**
   * What makes a record the same thing twice; fingerprinted where a personal field takes part. Null
   * where nothing does, or nothing of it is filled in yet.
   */
  @Nullable String duplicateMark(Draft draft, RecordWork work) {
    if (work.ledger.key().isEmpty()) {
      return null;
    }
    StringBuilder mark = new StringBuilder();
    boolean personal = false;
    for (String name : work.ledger.key()) {
      Field field = Objects.requireNonNull(work.ledger.fields().get(name));
      String text = work.image().text(name);
      if (field.classification().sealed() && Sealing.sealed(text) && work.key != null) {
        text = Sealing.open(work.key, text);
        personal = true;
      }
      mark.append(text.strip()).append('\u001f');
    }
    if (mark.length() == work.ledger.key().size()) {
      return null;
    }
    return personal
        ? HexFormat.of().formatHex(fingerprint(mark.toString().getBytes(StandardCharsets.UTF_8)))
        : mark.toString();
  }

  byte[] fingerprint(byte[] bytes) {
    return sealing.fingerprint(bytes);
  }
}
