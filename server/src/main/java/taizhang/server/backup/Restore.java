package taizhang.server.backup;

import static taizhang.server.backup.BackupRefused.Reason.ALTERED;
import static taizhang.server.backup.BackupRefused.Reason.NOT_A_BACKUP;
import static taizhang.server.backup.BackupRefused.Reason.NOT_EMPTY;
import static taizhang.server.backup.BackupRefused.Reason.OTHER_KEYS;
import static taizhang.server.backup.BackupRefused.Reason.OTHER_VERSION;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import taizhang.server.database.Database;

/**
 * Brings a backup back into an empty database: all of it in one transaction, after every byte was
 * held against the manifest.
 */
@Service
public class Restore {

  private static final int MANIFEST_BYTES = 16 << 20;

  private final Database database;
  private final KeysFile keys;

  Restore(Database database, @Value("${taizhang.data}") Path data) {
    this.database = database;
    this.keys = KeysFile.in(data);
  }

  /**
   * What came back.
   *
   * @param manifest of the backup
   * @param keysMissing true where its personal fields stay closed until its keys are put here
   */
  public record Restored(Manifest manifest, boolean keysMissing) {}

  /**
   * Restores a backup.
   *
   * @throws BackupRefused where it is not whole, or does not fit here; nothing is changed then
   */
  public Restored read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        Connection connection = database.owner().getConnection()) {
      Manifest manifest =
          Manifest.read(new String(part(zip, Backup.MANIFEST), StandardCharsets.UTF_8));
      check(zip, manifest);
      byte[] secret = zip.getEntry(Backup.KEYS) == null ? null : part(zip, Backup.KEYS);
      checkKeys(secret, manifest);
      connection.setAutoCommit(false);
      checkPlace(connection, manifest);
      load(zip, manifest, connection);
      if (!Backup.heads(connection).equals(manifest.towns())) {
        throw new BackupRefused(ALTERED, "heads");
      }
      boolean missing = keep(secret, manifest);
      connection.commit();
      return new Restored(manifest, missing);
    } catch (ZipException e) {
      throw new BackupRefused(NOT_A_BACKUP, String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      throw new IllegalStateException("cannot write the tables", e);
    }
  }

  private static byte[] part(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new BackupRefused(NOT_A_BACKUP, name);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(MANIFEST_BYTES + 1);
      if (bytes.length > MANIFEST_BYTES) {
        throw new BackupRefused(NOT_A_BACKUP, name);
      }
      return bytes;
    }
  }

  /** Reads all of it once, before the database is touched. */
  private static void check(ZipFile zip, Manifest manifest) throws IOException {
    for (Manifest.Table table : manifest.tables()) {
      ZipEntry entry = zip.getEntry(Backup.entry(table.name()));
      if (entry == null) {
        throw new BackupRefused(ALTERED, table.name());
      }
      Counted counted = new Counted(OutputStream.nullOutputStream());
      try (InputStream in = zip.getInputStream(entry)) {
        in.transferTo(counted);
      }
      if (counted.bytes() != table.bytes() || !counted.hash().equals(table.sha256())) {
        throw new BackupRefused(ALTERED, table.name());
      }
    }
  }

  private void checkKeys(byte @Nullable [] secret, Manifest manifest) throws IOException {
    if (secret == null) {
      return;
    }
    String here = keys.fingerprint();
    String brought = KeysFile.fingerprint(secret);
    if (!brought.equals(manifest.keys())) {
      throw new BackupRefused(ALTERED, Backup.KEYS);
    }
    if (here != null && !here.equals(brought)) {
      throw new BackupRefused(OTHER_KEYS, keys.path().toString());
    }
  }

  private static void checkPlace(Connection connection, Manifest manifest) throws SQLException {
    List<String> towns = Schema.strings(connection, "select code from town order by id");
    if (!towns.isEmpty()) {
      throw new BackupRefused(NOT_EMPTY, String.join(", ", towns));
    }
    boolean sameTables =
        Schema.tables(connection)
            .equals(manifest.tables().stream().map(Manifest.Table::name).toList());
    if (!Schema.version(connection).equals(manifest.schema()) || !sameTables) {
      throw new BackupRefused(OTHER_VERSION, manifest.schema());
    }
  }

  private static void load(ZipFile zip, Manifest manifest, Connection connection)
      throws SQLException, IOException {
    for (Manifest.Table table : manifest.tables()) {
      if (!Schema.columns(connection, table.name()).equals(table.columns())) {
        throw new BackupRefused(OTHER_VERSION, table.name());
      }
      load(zip, table, connection);
      if (table.name().equals("town")) {
        Schema.seeAllTowns(connection);
      }
    }
    for (Schema.Numbered numbered : Schema.numbered(connection)) {
      Schema.strings(connection, numbered.continued());
    }
  }

  /** By way of a table of its own: a table closed by row-level security takes no copy. */
  private static void load(ZipFile zip, Manifest.Table table, Connection connection)
      throws SQLException, IOException {
    String name = Schema.quoted(table.name());
    String columns = Schema.quoted(table.columns());
    try (Statement statement = connection.createStatement();
        InputStream in = zip.getInputStream(zip.getEntry(Backup.entry(table.name())))) {
      statement.execute(
          "create temporary table incoming on commit drop as select %s from %s with no data"
              .formatted(columns, name));
      long rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy incoming (%s) from stdin".formatted(columns), in);
      if (rows != table.rows()) {
        throw new BackupRefused(ALTERED, table.name());
      }
      statement.execute(
          "insert into %1$s (%2$s) overriding system value select %2$s from incoming"
              .formatted(name, columns));
      statement.execute("drop table incoming");
    }
  }

  /** Puts the keys of the backup here, or says that they are missing. */
  private boolean keep(byte @Nullable [] secret, Manifest manifest) throws IOException {
    String here = keys.fingerprint();
    if (secret != null && here == null) {
      keys.write(secret);
      return false;
    }
    boolean sealed =
        manifest.tables().stream().anyMatch(t -> t.name().equals("record_key") && t.rows() > 0);
    return sealed && secret == null && !java.util.Objects.equals(here, manifest.keys());
  }
}
