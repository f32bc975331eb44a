package taizhang.server.draft;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.server.ledger.Sealing;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps what was typed into a form until it is sent or given up: one draft per person, ledger and
 * record, seen by nobody else. It is no part of the books, and sealed as a whole, for what is typed
 * may be personal.
 */
@Service
public class Drafts {

  /** Forgotten after this: what was left so long is not finished any more. */
  private static final Duration KEPT = Duration.ofDays(90);

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Towns towns;
  private final TownScope scope;
  private final Sealing sealing;
  private final InstantSource clock;

  Drafts(Towns towns, TownScope scope, Sealing sealing, InstantSource clock) {
    this.towns = towns;
    this.scope = scope;
    this.sealing = sealing;
    this.clock = clock;
  }

  /**
   * Keeps a form in place of what was kept of it before.
   *
   * @param record the record it is about, 0 for a new one
   * @param fields what was typed, by name
   */
  public void keep(Clearance who, String ledger, long record, Map<String, String> fields) {
    Town town = towns.find(who.town());
    Sealing.Wrapped sealed = sealing.wrap(write(fields));
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    scope.write(
        town,
        sql -> {
          sql.sql("delete from draft where town = ? and login = ? and saved < ?")
              .param(town.id())
              .param(who.login())
              .param(now.minus(KEPT))
              .update();
          return sql.sql(
                  """
                  insert into draft (town, login, ledger, record, saved, content, master)
                  values (?, ?, ?, ?, ?, ?, ?)
                  on conflict (town, login, ledger, record) do update
                  set saved = excluded.saved, content = excluded.content, master = excluded.master
                  """)
              .param(town.id())
              .param(who.login())
              .param(ledger)
              .param(record)
              .param(now)
              .param(sealed.bytes())
              .param(sealed.master())
              .update();
        });
  }

  /** What was typed into a form before, null where nothing is kept. */
  public @Nullable Map<String, String> find(Clearance who, String ledger, long record) {
    Town town = towns.find(who.town());
    List<Sealing.Wrapped> kept =
        scope.read(
            town,
            sql ->
                sql.sql(
                        """
                        select content, master from draft
                        where town = ? and login = ? and ledger = ? and record = ?
                        """)
                    .param(town.id())
                    .param(who.login())
                    .param(ledger)
                    .param(record)
                    .query((row, n) -> new Sealing.Wrapped(row.getBytes(1), row.getString(2)))
                    .list());
    return kept.isEmpty() ? null : read(sealing.unwrap(kept.getFirst()));
  }

  /** Forgets a form: it was sent, or given up. */
  public void discard(Clearance who, String ledger, long record) {
    Town town = towns.find(who.town());
    scope.write(
        town,
        sql ->
            sql.sql("delete from draft where town = ? and login = ? and ledger = ? and record = ?")
                .param(town.id())
                .param(who.login())
                .param(ledger)
                .param(record)
                .update());
  }

  /** The forms a person has not sent, the newest first. */
  public List<Unfinished> of(Clearance who) {
    Town town = towns.find(who.town());
    return scope.read(
        town,
        sql ->
            sql.sql(
                    """
                    select ledger, record, saved from draft where town = ? and login = ?
                    order by saved desc
                    """)
                .param(town.id())
                .param(who.login())
                .query((row, n) ->
                    new Unfinished(
                        row.getString(1),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list());
  }

  private static byte[] write(Map<String, String> fields) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    fields.forEach(node::put);
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> read(byte[] bytes) {
    Map<String, String> fields = new LinkedHashMap<>();
    JsonNode node = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    node.properties().forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
    return fields;
  }
}
