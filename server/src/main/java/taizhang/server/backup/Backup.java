package taizhang.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import taizhang.server.database.Database;

/** Writes everything there is, read at one instant, into one file with a manifest. */
@Service
public class Backup {

  static final String MANIFEST = "manifest.json";
  static final String KEYS = "keys";

  private final Database database;
  private final InstantSource clock;
  private final KeysFile keys;

  Backup(Database database, InstantSource clock, @Value("${taizhang.data}") Path data) {
    this.database = database;
    this.clock = clock;
    this.keys = KeysFile.in(data);
  }

  /** Where a table's rows stand in the file. */
  static String entry(String table) {
    return "tables/" + table + ".copy";
  }

  /**
   * Writes a backup.
   *
   * @param withKeys true to put the keys in as well: whoever has the file reads personal fields
   */
  public Manifest write(Path file, boolean withKeys) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out);
        Connection connection = database.owner().getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      Schema.seeAllTowns(connection);
      Manifest manifest = tables(connection, zip);
      byte[] secret = withKeys ? keys.bytes() : null;
      if (secret != null) {
        put(zip, KEYS, secret);
      }
      put(zip, MANIFEST, manifest.write().getBytes(StandardCharsets.UTF_8));
      connection.rollback();
      return manifest;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the tables", e);
    }
  }

  private Manifest tables(Connection connection, ZipOutputStream zip)
      throws IOException, SQLException {
    List<Manifest.Table> tables = new ArrayList<>();
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    for (String name : Schema.tables(connection)) {
      List<String> columns = Schema.columns(connection, name);
      zip.putNextEntry(new ZipEntry(entry(name)));
      Counted counted = new Counted(zip);
      String rows = "select %s from %s".formatted(Schema.quoted(columns), Schema.quoted(name));
      long count = copy.copyOut("copy (%s) to stdout".formatted(rows), counted);
      zip.closeEntry();
      tables.add(new Manifest.Table(name, columns, count, counted.bytes(), counted.hash()));
    }
    return new Manifest(
        clock.instant().toString(),
        Schema.version(connection),
        keys.fingerprint(),
        tables,
        heads(connection));
  }

  static List<Manifest.Head> heads(Connection connection) throws SQLException {
    List<Manifest.Head> heads = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select code, name, seq, hash from head join town on town.id = head.town order by"
                    + " id");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        heads.add(
            new Manifest.Head(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                HexFormat.of().formatHex(row.getBytes(4))));
      }
    }
    return heads;
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
