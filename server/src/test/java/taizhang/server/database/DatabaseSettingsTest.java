package taizhang.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {

  private static final Path DATA = Path.of("data");

  @Test
  void nothingSaidMeansEmbedded() {
    assertThat(DatabaseSettings.of(DATA, Map.of("TAIZHANG_DB_URL", " ")))
        .isEqualTo(DatabaseSettings.embedded(DATA));
  }

  @Test
  void anAddressNeedsItsUserAndPassword() {
    assertThatThrownBy(
            () -> DatabaseSettings.of(DATA, Map.of("TAIZHANG_DB_URL", "jdbc:postgresql://h/d")))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("TAIZHANG_DB_USER and TAIZHANG_DB_PASSWORD");
  }

  @Test
  void everyUsualFormOfAddressIsUnderstood() {
    for (var url :
        new String[] {"postgres://h:1/d", "postgresql://h:1/d", "jdbc:postgresql://h:1/d"}) {
      assertThat(new DatabaseSettings.External(url, "u", "p", "a", null).url())
          .isEqualTo("jdbc:postgresql://h:1/d");
    }
  }

  @Test
  void passwordsInTheAddressAreRefusedAndNoneIsShown() {
    assertThatThrownBy(() ->
            new DatabaseSettings.External("postgres://u:geheim@h/d", "u", "geheim", "a", null))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageNotContaining("geheim");
    assertThat(new DatabaseSettings.External("postgres://h/d", "u", "geheim", "a", null).toString())
        .doesNotContain("geheim");
  }
}
