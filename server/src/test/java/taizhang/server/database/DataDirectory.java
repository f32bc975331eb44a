package taizhang.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A data directory to break: what runs in it, and a note in it that must survive. */
record DataDirectory(Path path) {

  /**
   * A new one whose binaries are unpacked already: only the test of unpacking needs to wait for
   * that.
   */
  static DataDirectory in(Path folder) throws IOException {
    var directory = new DataDirectory(Files.createDirectories(folder.resolve("data")));
    var unpacked = Home.in(Path.of("target", "unpacked").toAbsolutePath());
    try (ProcessLock lock =
        ProcessLock.hold(unpacked.turnLock(), Duration.ofMinutes(1)).orElseThrow()) {
      new Binaries(unpacked).provide();
    }
    var versioned = "binaries-" + Binaries.VERSION;
    Files.createSymbolicLink(
        directory.home().directory().resolve(versioned), unpacked.directory().resolve(versioned));
    return directory;
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
