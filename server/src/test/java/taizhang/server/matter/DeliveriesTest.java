package taizhang.server.matter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import taizhang.server.ledger.SystemLedger;

/** What goes outside reaches its receiver, once. */
class DeliveriesTest {

  private static BooksDatabase database;
  private static TestBooks books;
  private static int towns;
  private static HttpServer receiver;
  private static Mailbox mailbox;
  private static final List<String> RECEIVED = Collections.synchronizedList(new ArrayList<>());
  private static volatile int answer = 200;

  private String town = "";

  @BeforeAll
  static void open() throws IOException {
    mailbox = new Mailbox();
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          RECEIVED.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + body);
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    receiver.start();
    database = BooksDatabase.fresh();
    books =
        TestBooks.over(
            database,
            Map.of(
                "taizhang.webhooks",
                "127.0.0.1:" + receiver.getAddress().getPort(),
                "taizhang.mail.host",
                "127.0.0.1",
                "taizhang.mail.port",
                mailbox.port(),
                "taizhang.mail.from",
                "taizhang@example.gov.cn"));
  }

  @AfterAll
  static void close() throws IOException {
    mailbox.close();
    receiver.stop(0);
    books.close();
    database.close();
  }

  @BeforeEach
  void newTown() throws IOException {
    RECEIVED.clear();
    answer = 200;
    books.at("2025-09-28T02:00:00Z");
    town = "d" + ++towns;
    books.town(town, TaskPack.YAML);
    books.adopt(town, "matters", Files.readString(Path.of("../packs/matters/pack.yaml")));
    append(
        SystemLedger.STAFF,
        Map.of(
            "login", Value.of("wang"),
            "name", Value.of("王工"),
            "role", Value.of("department"),
            "area", Value.of("T"),
            "department", Value.of("农业农村办公室"),
            "from", Value.of("2020-01-01")));
  }

  private void append(String ledger, Map<String, Value> fields) {
    books.entries().append(town, "zhao", Submission.open(ledger, "T", null, fields));
  }

  private void task() {
    append("aid.task", Map.of("title", Value.of("修渠"), "unit", Value.of("农业农村办公室")));
  }

  private void climb(String at) {
    books.at(at);
    books.get(Escalation.class).climb(town);
  }

  private void channel(String address) {
    channel("webhook", address);
  }

  private void channel(String kind, String address) {
    books
        .entries()
        .append(
            town,
            "zhao",
            Submission.open(
                MatterLedger.CHANNEL,
                "T",
                null,
                Map.of(
                    "login", Value.of("wang"),
                    "kind", Value.of(kind),
                    "address", Value.of(address),
                    "since", Value.of("2025-01-01"))));
  }

  @Test
  void whatAReceiverRefusesIsTriedAgainAndWhatItTookIsSentOnce() {
    channel("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
    task();
    climb("2025-09-28T03:00:00Z");
    Deliveries deliveries = books.get(Deliveries.class);
    answer = 503;
    deliveries.sendAll();
    assertThat(RECEIVED).hasSize(1);
    deliveries.sendAll();
    assertThat(RECEIVED).as("waits before it tries again").hasSize(1);
    answer = 200;
    books.at("2025-09-28T03:10:00Z");
    deliveries.sendAll();
    deliveries.sendAll();
    books.at("2025-09-29T03:10:00Z");
    deliveries.sendAll();

    assertThat(RECEIVED).hasSize(2).allMatch(one -> one.contains("“修渠”交办"));
    assertThat(RECEIVED.stream().map(one -> one.split(" ", 2)[0]).distinct()).hasSize(1);
    assertThat(books.get(Notifications.class).deliveries(town, 10))
        .singleElement()
        .satisfies(delivery -> {
          assertThat(delivery.tries()).isEqualTo(2);
          assertThat(delivery.deliveredAt()).isNotNull();
        });
  }

  @Test
  void aLetterIsTriedAgainUntilTheServerTakesItAndSentOnce() {
    channel("email", "wang@example.gov.cn");
    channel("email", "no address");
    task();
    climb("2025-09-28T03:00:00Z");
    Deliveries deliveries = books.get(Deliveries.class);
    int before = mailbox.letters().size();
    mailbox.full(true);
    deliveries.sendAll();
    assertThat(mailbox.letters()).hasSize(before);
    mailbox.full(false);
    books.at("2025-09-28T03:10:00Z");
    deliveries.sendAll();
    deliveries.sendAll();
    books.at("2025-09-29T03:10:00Z");
    deliveries.sendAll();
    assertThat(mailbox.letters()).hasSize(before + 1);
    assertThat(mailbox.letters().getLast())
        .contains("To: wang@example.gov.cn", "Message-ID: <" + town + "-")
        .contains("From: taizhang@example.gov.cn");
    assertThat(books.get(Notifications.class).deliveries(town, 10))
        .singleElement()
        .satisfies(delivery -> {
          assertThat(delivery.kind()).isEqualTo("email");
          assertThat(delivery.login()).isEqualTo("wang");
          assertThat(delivery.tries()).isEqualTo(2);
          assertThat(delivery.deliveredAt()).isNotNull();
        });
  }

  @Test
  void nothingIsSentToAPlaceThatTheOperatorDoesNotAllow() {
    channel("http://localhost:" + receiver.getAddress().getPort() + "/hook");
    channel("file:///etc/passwd");
    task();
    climb("2025-09-28T03:00:00Z");
    books.get(Deliveries.class).sendAll();

    assertThat(RECEIVED).isEmpty();
    assertThat(books.get(Notifications.class).deliveries(town, 10)).isEmpty();
  }
}
