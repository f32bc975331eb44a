package taizhang.server.town;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import taizhang.books.entry.Chain;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.database.Database;

/** The register of towns. It holds names only; a town's books open with it, empty. */
@Repository
public class Towns {

  private final JdbcClient app;
  private final JdbcClient owner;

  /** Towns that were found: a town keeps its number, code and name for good. */
  private final Map<String, Town> known = new ConcurrentHashMap<>();

  public Towns(Database database) {
    this.app = JdbcClient.create(database.app());
    this.owner = JdbcClient.create(database.owner());
  }

  /** All towns in the order they were registered. */
  public List<Town> all() {
    return app.sql("select id, code, name from town order by id")
        .query(DataClassRowMapper.newInstance(Town.class))
        .list();
  }

  /** The town with a code; refused with the codes there are. */
  public Town find(String code) {
    return known.computeIfAbsent(code, this::registered);
  }

  private Town registered(String code) {
    return app.sql("select id, code, name from town where code = ?")
        .param(code)
        .query(Town.class)
        .optional()
        .orElseThrow(() ->
            Refusal.of(
                ProblemCode.UNKNOWN_TOWN,
                code,
                all().stream().map(Town::code).collect(Collectors.joining("、"))));
  }

  /** Registers a town unless it is there already, and opens its books. */
  public Town register(String code, String name) {
    owner
        .sql("select register_town(:code, :name, :hash)")
        .param("code", code)
        .param("name", name)
        .param("hash", Chain.genesis())
        .query(Integer.class)
        .single();
    return find(code);
  }

  /** Takes a town without a single entry off the register again. */
  public void unregister(String code) {
    owner
        .sql("select unregister_town(:code)")
        .param("code", code)
        .query((row, n) -> row.getString(1))
        .list();
    known.remove(code);
  }
}
