package taizhang.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A PostgreSQL run by somebody else: here another database of the tests' server, with roles of its
 * own.
 */
class ExternalServerTest {

  @RegisterExtension static final BooksDatabase elsewhere = BooksDatabase.fresh();

  private String url;

  @BeforeEach
  void aServerWithAnOwnerAndNoApplicationRole() throws SQLException {
    administer("create role outside_owner login createrole password 'owner'");
    administer("create database outside owner outside_owner");
    url = elsewhere.url().replaceAll("/[^/]*$", "/outside");
  }

  @AfterEach
  void removeIt() throws SQLException {
    administer("drop database outside with (force)");
    administer(
        "drop role if exists outside_app; drop role if exists plain; drop role outside_owner");
  }

  @Test
  void theApplicationRoleIsMadeAndTwoServersAgreeOnItsPassword() throws SQLException {
    try (var one = open("outside_owner", "owner", "outside_app", null);
        var other = open("outside_owner", "owner", "outside_app", null)) {
      DataDirectory.write(one, "liuzhuang");
      assertThat(DataDirectory.read(other)).containsExactly("liuzhuang");
    }
  }

  @Test
  void aPasswordThatNoLongerFitsIsRenewed() throws SQLException {
    open("outside_owner", "owner", "outside_app", null).close();
    administer("alter role outside_owner password 'changed'");
    try (var database = open("outside_owner", "changed", "outside_app", null)) {
      assertThat(DataDirectory.read(database)).isEmpty();
    }
  }

  @Test
  void anOwnerWhoMayNotMakeRolesIsToldWhatToRun() throws SQLException {
    administer("alter role outside_owner nocreaterole");
    assertThatThrownBy(() -> open("outside_owner", "owner", "outside_app", null))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("CREATE ROLE \"outside_app\" LOGIN")
        .hasMessageContaining("TAIZHANG_DB_APP_PASSWORD");
    administer("create role plain login password 'plain'");
    try (var database = open("outside_owner", "owner", "plain", "plain")) {
      assertThat(DataDirectory.read(database)).isEmpty();
    }
  }

  @Test
  void anApplicationRoleThatPoliciesDoNotBindIsRefused() throws SQLException {
    administer("create role plain login password 'plain'");
    for (var attribute : new String[] {"superuser", "bypassrls"}) {
      administer("alter role plain " + attribute);
      assertRefused("plain", "plain");
      administer("alter role plain no" + attribute);
    }
    administer("grant outside_owner to plain");
    assertRefused("plain", "plain");
    assertRefused("outside_owner", "owner");
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    assertThatThrownBy(() ->
            Database.open(
                DatabaseSettings.of(
                    Path.of("target"),
                    Map.of(
                        "TAIZHANG_DB_URL", "postgresql://127.0.0.1:1/nowhere",
                        "TAIZHANG_DB_USER", "owner",
                        "TAIZHANG_DB_PASSWORD", "secret"))))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("owner at jdbc:postgresql://127.0.0.1:1/nowhere")
        .hasMessageNotContaining("secret");
  }

  @Test
  void serversThatLeakHiddenRowsAreRefused() {
    for (int leaking : new int[] {140020, 150013, 160009, 170005}) {
      assertThatThrownBy(() -> ServerChecks.version(leaking))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("upgrade");
    }
    for (int sound : new int[] {150014, 160010, 170006, 180000, 190001}) {
      ServerChecks.version(sound);
    }
  }

  private void assertRefused(String app, String password) {
    assertThatThrownBy(() -> open("outside_owner", "owner", app, password))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("it would see every town");
  }

  private Database open(String user, String password, String app, @Nullable String appPassword) {
    var external = new DatabaseSettings.External(url, user, password, app, appPassword);
    return Database.open(new DatabaseSettings(Path.of("target"), Optional.of(external)));
  }

  private void administer(String sql) throws SQLException {
    try (var connection = elsewhere.administrator().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
