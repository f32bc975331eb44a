package taizhang.server.ledger;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.town.Town;

/** Seals what belongs to a record but does not stand in its entries, under the record's own key. */
@Component
public class RecordSeal {

  private final RecordKeys keys;

  RecordSeal(RecordKeys keys) {
    this.keys = keys;
  }

  /**
   * Bytes sealed under the record's key, which is made where there is none.
   *
   * @throws Refusal where the key was destroyed
   */
  public byte[] seal(Town town, RecordView record, byte[] content, JdbcClient sql) {
    byte[] key = find(town, record.id(), sql).get(record.id());
    if (key == null) {
      boolean destroyed =
          record.image().fields().values().stream().anyMatch(v -> Sealing.sealed(v.asText()));
      if (destroyed) {
        throw Refusal.of(ProblemCode.ALREADY, "记录 " + record.id() + " 的个人信息已销毁，不能再加附件");
      }
      keys.keep(town, record.id(), Sealing.freshKey(), sql);
      key = find(town, record.id(), sql).get(record.id());
    }
    return Sealing.seal(java.util.Objects.requireNonNull(key), content);
  }

  /**
   * Sealed bytes in the clear.
   *
   * @throws Refusal where the key was destroyed
   */
  public byte[] open(Town town, long record, byte[] sealed, JdbcClient sql) {
    byte[] key = find(town, record, sql).get(record);
    if (key == null) {
      throw Refusal.of(ProblemCode.ALREADY, "记录 " + record + " 的个人信息已销毁，附件不能再打开");
    }
    return Sealing.open(key, sealed);
  }

  private Map<Long, byte[]> find(Town town, long record, JdbcClient sql) {
    return keys.find(town, new Object[] {record}, sql);
  }
}
