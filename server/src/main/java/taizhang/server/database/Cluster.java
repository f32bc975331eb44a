package taizhang.server.database;

import static taizhang.server.database.DatabaseUnavailable.Reason.WRONG_VERSION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The directory of one PostgreSQL server: its databases, its roles and who may log in. It is made
 * in full under another name, never started before passwords are asked for, and renamed when
 * complete.
 */
final class Cluster {

  /** The database of the books. */
  static final String DATABASE = "taizhang";

  /** Owns the tables and migrates them; row-level security is forced on it too. */
  static final String OWNER = "taizhang_owner";

  /** Runs the server's own affairs; no part of the program connects as it. */
  static final String ADMINISTRATOR = "postgres";

  private static final long NEEDED_BYTES = 300L << 20;

  private final Home home;
  private final Secret secret;

  private Cluster(Home home, Secret secret) {
    this.home = home;
    this.secret = secret;
  }

  /**
   * The complete cluster of the home, made now if there is none. Only for the holder of the turn.
   */
  static Cluster provide(Home home) throws IOException {
    home.sweep();
    var complete = Files.exists(home.cluster());
    if (complete) {
      checkVersion(home.cluster());
    } else {
      checkSpace(home);
    }
    new Binaries(home).provide();
    var cluster = new Cluster(home, Secret.of(home));
    if (!complete) {
      cluster.make();
    }
    return cluster;
  }

  Path directory() {
    return home.cluster();
  }

  Home home() {
    return home;
  }

  String passwordOf(String role) {
    return secret.passwordOf(role);
  }

  private void make() throws IOException {
    var partial = home.partial(home.cluster());
    var program = new Program(home);
    program.run(
        "initdb",
        List.of(
            "--pgdata=" + partial,
            "--username=" + ADMINISTRATOR,
            "--encoding=UTF8",
            // Code-point order does not change with the libraries of the machine, as ICU's and
            // libc's do.
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums",
            "--auth=reject",
            "--no-instructions"),
        "");
    Files.writeString(
        partial.resolve("pg_hba.conf"),
        """
        # Passwords only, from this machine only; there is no Unix socket.
        host all all 127.0.0.1/32 scram-sha-256
        """);
    var answer =
        program.run(
            "postgres",
            List.of("--single", "-D", partial.toString(), ADMINISTRATOR),
            rolesAndDatabase());
    if (answer.contains("ERROR:") || answer.contains("FATAL:")) {
      throw new IOException("cannot make roles and database: " + answer);
    }
    Files.move(partial, home.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** One statement a line, as the single-user server reads them. */
  private String rolesAndDatabase() {
    return """
    alter role %1$s password '%2$s'
    create role %3$s login nosuperuser nobypassrls nocreatedb nocreaterole password '%4$s'
    create role %5$s login nosuperuser nobypassrls nocreatedb nocreaterole password '%6$s'
    create database %7$s owner %3$s
    """
        .formatted(
            ADMINISTRATOR,
            passwordOf(ADMINISTRATOR),
            OWNER,
            passwordOf(OWNER),
            DatabaseSettings.External.APP_USER,
            passwordOf(DatabaseSettings.External.APP_USER),
            DATABASE);
  }

  private static void checkVersion(Path cluster) throws IOException {
    var version = Files.readString(cluster.resolve("PG_VERSION")).strip();
    if (!version.equals(Integer.toString(Binaries.MAJOR))) {
      throw new DatabaseUnavailable(
          WRONG_VERSION,
          "%s was made by PostgreSQL %s and this program brings %s: make a backup with the program that made it and restore it into a new data directory."
              .formatted(cluster, version, Binaries.VERSION),
          "%s 由 PostgreSQL %s 建立，本程序自带 %s：请用原来的程序执行 backup，再在新的数据目录中 restore。"
              .formatted(cluster, version, Binaries.VERSION));
    }
  }

  private static void checkSpace(Home home) throws IOException {
    if (Storage.left(home.directory()) < NEEDED_BYTES) {
      throw Storage.fullAt(home.directory(), new IOException("less than 300 MB left"));
    }
  }
}
