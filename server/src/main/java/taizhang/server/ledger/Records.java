package taizhang.server.ledger;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.History;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/** Records to look at. */
@Service
public class Records {

  private final Towns towns;
  private final TownScope scope;
  private final Stores stores;

  Records(Towns towns, TownScope scope, Stores stores) {
    this.towns = towns;
    this.scope = scope;
    this.stores = stores;
  }

  /**
   * A record with its entries; personal fields stay sealed.
   *
   * @throws Refusal where there is none of that number
   */
  public RecordView find(String town, long id) {
    Town in = towns.find(town);
    return scope.read(in, sql -> view(in, id, sql));
  }

  /**
   * A record with its entries, for a person: one whose posts let them read it, or whom it names as
   * the one who deals with it; personal fields stay sealed.
   *
   * @throws Refusal where there is none of that number, or none the person may read: which of the
   *     two is not told
   */
  public RecordView find(Clearance who, long id) {
    Town in = towns.find(who.town());
    return scope.read(
        in,
        sql -> {
          RecordView view = view(in, id, sql);
          TownRules rules = stores.rules().current(in, sql);
          if (!rules.reads(who, view.ledger(), view.image(), view.area())) {
            throw Refusal.of(ProblemCode.UNKNOWN_RECORD, id);
          }
          return view;
        });
  }

  /** The numbers of a ledger's live records, in the order they were opened. */
  public List<Long> ids(String town, String ledger, int limit, long after) {
    Town in = towns.find(town);
    return scope.read(
        in,
        sql ->
            sql.sql(
                    """
                    select id from record
                    where town = ? and ledger = ? and id > ? and not void order by id limit ?
                    """)
                .param(in.id())
                .param(ledger)
                .param(after)
                .param(limit)
                .query((row, n) -> row.getLong(1))
                .list());
  }

  /** How many live records a ledger has. */
  public long count(String town, String ledger) {
    Town in = towns.find(town);
    return scope.read(
        in,
        sql ->
            sql.sql("select count(*) from record where town = ? and ledger = ? and not void")
                .param(in.id())
                .param(ledger)
                .query((row, n) -> row.getLong(1))
                .single());
  }

  /**
   * The sealed fields of a record that a person may see in the clear, by name. Whoever shows them
   * writes down why: {@code access.Disclosures} does both.
   */
  public Map<String, String> reveal(Clearance who, long id) {
    RecordView seen = find(who, id);
    Town in = towns.find(who.town());
    Map<String, String> clear =
        scope.read(
            in,
            sql -> {
              byte[] key = stores.recordKeys().find(in, new Object[] {id}, sql).get(id);
              return key == null ? new TreeMap<String, String>() : opened(seen.image(), key);
            });
    clear
        .keySet()
        .removeIf(name -> {
          Field field = seen.ledger().fields().get(name);
          return field == null || !who.reveals(seen.ledger(), seen.area(), field.classification());
        });
    return clear;
  }

  private static Map<String, String> opened(Image image, byte[] key) {
    Map<String, String> clear = new TreeMap<>();
    for (Map.Entry<String, Value> field : image.fields().entrySet()) {
      String text = field.getValue().asText();
      if (Sealing.sealed(text)) {
        clear.put(field.getKey(), Sealing.open(key, text));
      }
    }
    return clear;
  }

  private RecordView view(Town town, long id, JdbcClient sql) {
    TownRules rules = stores.rules().current(town, sql);
    Object[] ids = {id};
    RecordStore.@Nullable Row row = stores.records().find(town, ids, sql).get(id);
    if (row == null) {
      throw Refusal.of(ProblemCode.UNKNOWN_RECORD, id);
    }
    List<Entry> entries =
        Objects.requireNonNull(stores.entries().histories(town, ids, sql).get(id));
    Ledger ledger = rules.ledger(row.ledger());
    boolean pending = ledger.review() && entries.getLast().kind() != EntryKind.REVIEW;
    return new RecordView(
        id,
        ledger,
        row.area(),
        row.state() == null ? "" : row.state(),
        row.voided(),
        pending,
        ImageText.read(row.image()),
        History.fold(entries),
        entries);
  }
}
