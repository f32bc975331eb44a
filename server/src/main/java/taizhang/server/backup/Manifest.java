package taizhang.server.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a backup holds, so that nothing of it can be missing or altered unnoticed.
 *
 * @param at when it was made, ISO 8601
 * @param schema the migrations its tables were made by
 * @param keys fingerprint of the keys that open its personal fields, null where there are none
 * @param tables what is in it
 * @param towns where their chains end
 */
public record Manifest(
    String at, String schema, @Nullable String keys, List<Table> tables, List<Head> towns) {

  static final String FORMAT = "taizhang backup 1";

  public Manifest {
    tables = List.copyOf(tables);
    towns = List.copyOf(towns);
  }

  /**
   * One table.
   *
   * @param sha256 of its rows as they stand in the file
   */
  public record Table(String name, List<String> columns, long rows, long bytes, String sha256) {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /** Where a town's chain ends. */
  public record Head(String town, String name, long seq, String hash) {}

  /** How many entries there are in all. */
  public long entries() {
    return towns.stream().mapToLong(Head::seq).sum();
  }

  String write() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT).put("at", at).put("schema", schema).put("keys", keys);
    var list = json.putArray("tables");
    for (Table table : tables) {
      ObjectNode one = list.addObject().put("table", table.name());
      var columns = one.putArray("columns");
      table.columns().forEach(columns::add);
      one.put("rows", table.rows()).put("bytes", table.bytes()).put("sha256", table.sha256());
    }
    var heads = json.putArray("towns");
    for (Head head : towns) {
      heads
          .addObject()
          .put("town", head.town())
          .put("name", head.name())
          .put("seq", head.seq())
          .put("hash", head.hash());
    }
    return json.toPrettyString() + "\n";
  }

  /**
   * Reads a manifest.
   *
   * @throws BackupRefused where it is none
   */
  static Manifest read(String text) {
    try {
      JsonNode json = JsonMapper.shared().readTree(text);
      if (!json.path("format").asString("").equals(FORMAT)) {
        throw new BackupRefused(BackupRefused.Reason.NOT_A_BACKUP, "manifest.json");
      }
      List<Table> tables = new ArrayList<>();
      json.get("tables").forEach(table -> tables.add(table(table)));
      List<Head> towns = new ArrayList<>();
      json.get("towns").forEach(town -> towns.add(head(town)));
      JsonNode keys = json.path("keys");
      return new Manifest(
          json.get("at").asString(),
          json.get("schema").asString(),
          keys.isString() ? keys.asString() : null,
          tables,
          towns);
    } catch (JacksonException | NullPointerException e) {
      throw new BackupRefused(BackupRefused.Reason.NOT_A_BACKUP, "manifest.json");
    }
  }

  private static Table table(JsonNode json) {
    List<String> columns = new ArrayList<>();
    json.get("columns").forEach(column -> columns.add(column.asString()));
    return new Table(
        Objects.requireNonNull(json.get("table")).asString(),
        columns,
        json.get("rows").asLong(),
        json.get("bytes").asLong(),
        json.get("sha256").asString());
  }

  private static Head head(JsonNode json) {
    return new Head(
        json.get("town").asString(),
        json.get("name").asString(),
        json.get("seq").asLong(),
        json.get("hash").asString());
  }
}
