package taizhang.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.ChannelPack;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import taizhang.server.ledger.SystemLedger;

class VerificationTest {

  private BooksDatabase database;
  private TestBooks books;

  @BeforeEach
  void open() {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
    books.town("alpha", ChannelPack.COUNTED);
    for (int n = 1; n <= 5; n++) {
      opened(n);
    }
  }

  private long opened(int n) {
    return books
        .entries()
        .append(
            "alpha",
            "clerk",
            Submission.open(
                "works.channel",
                n % 2 == 0 ? "V" : "W",
                java.time.LocalDate.of(2023, n, 1),
                Map.of("km", Value.of(n), "done_on", Value.of("2023-0" + n + "-15"))))
        .record();
  }

  @AfterEach
  void close() {
    books.close();
    database.close();
  }

  private VerificationResult verified() {
    return books.get(Verification.class).verify("alpha");
  }

  /** What someone who owns the database could do: the triggers are off for the time of it. */
  private void behindTheBooks(String statement) throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("alter table entry disable trigger user");
      sql.execute("alter table posting disable trigger user");
      sql.execute("select set_config('taizhang.towns', '1', false)");
      sql.execute(statement);
      sql.execute("alter table entry enable trigger user");
      sql.execute("alter table posting enable trigger user");
    }
  }

  @Test
  void soundBooksAreFoundSound() {
    VerificationResult result = verified();
    assertThat(result.findings()).isEmpty();
    assertThat(result.entries()).isEqualTo(10);
    assertThat(result.postings()).isEqualTo(20);
  }

  @Test
  void booksStaySoundThroughCorrectionsClosuresAndRenewedPacks() {
    long record = opened(6);
    books
        .entries()
        .append(
            "alpha",
            "office",
            Submission.open(
                SystemLedger.CLOSURE, "T", null, Map.of("through", Value.of("2023-05-31"))));
    books
        .entries()
        .append(
            "alpha",
            "clerk",
            Submission.correct("works.channel", record, Map.of("km", Value.of("9.5")), "量错了"));
    renew(ChannelPack.COUNTED.replace("amount: km, ", "amount: km * 2, "));
    books.entries().append("alpha", "clerk", Submission.voided("works.channel", record, "重复"));
    opened(7);
    assertThat(verified().findings()).isEmpty();
  }

  private void renew(String yaml) {
    long adoption =
        java.util.Objects.requireNonNull(
            books.figures().rules("alpha").adoptionRecords().get("works"));
    books
        .entries()
        .append(
            "alpha",
            "office",
            Submission.change(
                SystemLedger.ADOPTION,
                adoption,
                java.time.LocalDate.of(2023, 12, 1),
                Map.of("version", Value.of(2), "yaml", Value.of(yaml))));
  }

  @Test
  void aChangedByteIsFoundAtItsEntry() throws SQLException {
    behindTheBooks("update entry set bytes = set_byte(bytes, 5, 120) where seq = 8");
    assertThat(verified().findings().getFirst())
        .satisfies(finding -> {
          assertThat(finding.check()).isEqualTo("chain");
          assertThat(finding.seq()).isEqualTo(8);
        });
  }

  @Test
  void aRemovedEntryIsFound() throws SQLException {
    behindTheBooks("delete from entry where seq = 7");
    assertThat(verified().findings().getFirst().what()).contains("7 to 7 are missing");
  }

  @Test
  void aChangedColumnIsFound() throws SQLException {
    behindTheBooks("update entry set area = 'W' where seq = 7");
    assertThat(verified().findings()).extracting("check").contains("columns");
  }

  @Test
  void aChangedPostingIsFoundAndSoIsItsBalance() throws SQLException {
    behindTheBooks("update posting set amount = amount + 1 where seq = 9 and n = 1");
    assertThat(verified().findings()).extracting("check").contains("posting", "balance");
  }

  @Test
  void aChangedBalanceIsFound() throws SQLException {
    behindTheBooks("update balance set amount = amount + 1 where month = 202303 and area = 'T'");
    assertThat(verified().findings()).extracting("check").containsOnly("balance");
  }

  @Test
  void aChangedRecordIsFound() throws SQLException {
    behindTheBooks("update record set image = image || '{\"km\": \"77\"}' where id = 8");
    assertThat(verified().findings()).extracting("check").containsOnly("record");
  }
}
