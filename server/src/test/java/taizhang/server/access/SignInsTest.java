package taizhang.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taizhang.books.refusal.Refusal;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;

class SignInsTest {

  private static final String PASSWORD = "三月的柳堤很长very long";

  private BooksDatabase database;
  private TestBooks books;
  private Accounts accounts;
  private SignIns signIns;
  private Sessions sessions;

  @BeforeEach
  void open() {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
    accounts = books.get(Accounts.class);
    signIns = books.get(SignIns.class);
    sessions = books.get(Sessions.class);
    accounts.admit("wang", "王某", PASSWORD, false);
    books.at("2024-01-15T01:00:00Z");
  }

  @AfterEach
  void close() {
    books.close();
    database.close();
  }

  @Test
  void theRightPasswordLetsIn() {
    assertThat(signIns.attempt("wang", PASSWORD, "10.0.0.1"))
        .isInstanceOf(SignIns.Outcome.Right.class);
    assertThat(signIns.attempt("wang", PASSWORD + " ", "10.0.0.1"))
        .isInstanceOf(SignIns.Outcome.Wrong.class);
    assertThat(signIns.attempt("nobody", PASSWORD, "10.0.0.1"))
        .isInstanceOf(SignIns.Outcome.Wrong.class);
  }

  @Test
  void afterFiveFailuresEvenTheRightPasswordWaits() {
    fail("wang", "10.0.0.1", 5);
    assertThat(signIns.attempt("wang", PASSWORD, "10.0.0.1"))
        .isEqualTo(new SignIns.Outcome.Wait(Duration.ofMinutes(1)));
    books.at("2024-01-15T01:01:01Z");
    assertThat(signIns.attempt("wang", PASSWORD, "10.0.0.1"))
        .isInstanceOf(SignIns.Outcome.Right.class);
  }

  @Test
  void nobodyLocksAnotherPersonOut() {
    fail("wang", "10.0.0.66", 5);
    assertThat(signIns.attempt("wang", PASSWORD, "10.0.0.1"))
        .isInstanceOf(SignIns.Outcome.Right.class);
  }

  @Test
  void anAddressThatGuessesManyLoginsWaits() {
    for (int n = 0; n < 30; n++) {
      fail("guess" + n, "10.0.0.66", 1);
    }
    assertThat(signIns.attempt("wang", PASSWORD, "10.0.0.66"))
        .isInstanceOf(SignIns.Outcome.Wait.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "1234567890", "aaaaaaaaaaaa", "wang-2024-wang"})
  void aPasswordThatIsEasilyGuessedIsRefused(String password) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> accounts.admit("wang2", "王某", password.replace("wang", "wang2"), false));
  }

  @Test
  void aSessionEndsWithIdlenessWithTheDayAndWithThePassword() {
    Account wang = accounts.find("wang").orElseThrow();
    String secret = sessions.start(wang, "10.0.0.1", "browser");
    assertThat(sessions.find(secret)).isPresent();
    books.at("2024-01-15T02:00:01Z");
    assertThat(sessions.find(secret)).isEmpty();

    String second = sessions.start(wang, "10.0.0.1", "browser");
    for (int hour = 2; hour < 14; hour++) {
      books.at("2024-01-15T%02d:30:00Z".formatted(hour));
      sessions.find(second);
    }
    books.at("2024-01-15T14:00:02Z");
    assertThat(sessions.find(second)).as("twelve hours at most").isEmpty();

    String third = sessions.start(wang, "10.0.0.1", "browser");
    accounts.setPassword("wang", "another long one 2024", false);
    assertThat(sessions.find(third)).isEmpty();
  }

  @Test
  void whoIsDisabledIsOutAtOnce() {
    Account wang = accounts.find("wang").orElseThrow();
    String secret = sessions.start(wang, "10.0.0.1", "browser");
    accounts.disable("wang", true);
    assertThat(sessions.find(secret)).isEmpty();
    assertThat(signIns.attempt("wang", PASSWORD, "10.0.0.1"))
        .isInstanceOf(SignIns.Outcome.Wrong.class);
  }

  @Test
  void onesOwnOtherBrowserIsEndedByItsName() {
    Account wang = accounts.find("wang").orElseThrow();
    String here = sessions.start(wang, "10.0.0.1", "here");
    String there = sessions.start(wang, "10.0.0.2", "there");
    String name = sessions.find(there).orElseThrow().id();
    sessions.end(wang, name);
    assertThat(sessions.find(there)).isEmpty();
    assertThat(sessions.find(here)).isPresent();
  }

  private void fail(String login, String address, int times) {
    for (int n = 0; n < times; n++) {
      assertThat(signIns.attempt(login, "wrong wrong wrong", address))
          .isInstanceOf(SignIns.Outcome.Wrong.class);
    }
  }
}
