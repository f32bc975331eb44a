package taizhang.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A data directory to break: what runs in it, and a note in it that must survive. */
record DataDirectory(Path path) {

  private static @Nullable Home made;

  /**
   * One with a migrated cluster that was shut down in order: a copy, which is faster than making
   * it.
   */
  static DataDirectory in(Path folder) throws IOException {
    var template = made();
    var directory = beforeFirstStart(folder);
    var home = directory.home().directory().toString();
    run("cp", "-a", template.cluster().toString(), home);
    run("cp", "-a", template.secret().toString(), home);
    return directory;
  }

  /**
   * One without a cluster, whose binaries are unpacked already: few tests need to wait for that.
   */
  static DataDirectory beforeFirstStart(Path folder) throws IOException {
    var directory = new DataDirectory(Files.createDirectories(folder.resolve("the data")));
    var versioned = "binaries-" + Binaries.VERSION;
    Files.createSymbolicLink(
        directory.home().directory().resolve(versioned), made().directory().resolve(versioned));
    return directory;
  }

  private static synchronized Home made() {
    var home = made;
    if (home == null) {
      var template =
          Path.of("target", "data-directory-" + MigrationFiles.fingerprint()).toAbsolutePath();
      Database.open(DatabaseSettings.embedded(template)).close();
      home = Home.in(template);
      made = home;
    }
    return home;
  }

  private static void run(String... command) throws IOException {
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IOException("failed: " + String.join(" ", command));
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  Home home() {
    return Home.in(path);
  }

  Database open() {
    return Database.open(DatabaseSettings.embedded(path));
  }

  /** The process of the server that runs here by its own account. */
  LinuxProcess server() {
    return new LinuxProcess(PostmasterFile.read(home().cluster()).orElseThrow().pid());
  }

  /** All that work for a server here, children included. */
  List<LinuxProcess> working() {
    return LinuxProcess.all().stream().filter(p -> p.worksIn(home().cluster())).toList();
  }

  /** Kills the server as a power cut would, and waits for its end. */
  void killServer() {
    var server = server();
    server.signal("KILL");
    if (!Patience.until(Duration.ofSeconds(10), () -> !server.running())) {
      throw new IllegalStateException("the server survives");
    }
  }

  static void write(Database database, String code) throws SQLException {
    try (var connection = database.owner().getConnection();
        var statement =
            connection.prepareStatement("insert into town (code, name) values (?, '留庄镇')")) {
      statement.setString(1, code);
      statement.executeUpdate();
    }
  }

  static List<String> read(Database database) throws SQLException {
    try (var connection = database.app().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select array_agg(code order by id) from town")) {
      rows.next();
      var codes = rows.getArray(1);
      return codes == null ? List.of() : List.of((String[]) codes.getArray());
    }
  }
}
