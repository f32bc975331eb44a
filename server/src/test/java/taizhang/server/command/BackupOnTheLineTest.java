package taizhang.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;

/** Everything in one file, and back. */
class BackupOnTheLineTest {

  private static final String PACK =
      """
      pack: homes
      title: 户
      owner: 民政办
      ledgers:
        home:
          title: 住户
          lives_at: village
          fields:
            persons: {title: 人口, type: integer}
            head: {title: 户主, type: person, classification: personal}
          post:
            - {to: persons, amount: persons}
      indicators:
        persons: {title: 人口, unit: 人, kind: stock}
      """;

  private static BooksDatabase database;
  private static Terminal terminal;
  @TempDir Path dir;
  private Path file;

  @BeforeAll
  static void open() {
    database = BooksDatabase.fresh();
    try (TestBooks books = TestBooks.over(database)) {
      for (String town : new String[] {"alpha", "beta"}) {
        books.town(town, PACK);
        books
            .entries()
            .append(
                town,
                "clerk",
                Submission.open(
                    "homes.home",
                    "V",
                    null,
                    Map.of("persons", Value.of(4), "head", Value.of("王\t小\n明\\"))));
      }
    }
    terminal = Terminal.plain().over(database.environment());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void backup() {
    file = dir.resolve("books.zip");
    var answer = terminal.type("backup", file.toString());
    assertThat(answer.exit()).as(answer.err()).isEqualTo(Exit.DONE);
    assertThat(answer.err()).contains("keys");
  }

  @Test
  void whatIsRestoredIsWhatWasBackedUpAndVerifies() throws IOException {
    try (BooksDatabase empty = BooksDatabase.fresh()) {
      Terminal there = terminal.over(empty.environment());

      var answer = there.type("restore", file.toString());

      assertThat(answer.exit()).as(answer.err()).isEqualTo(Exit.DONE);
      assertThat(answer.out()).contains("alpha: sound", "beta: sound");
      assertThat(there.type("verify", "--json").json().get(1).get("hash"))
          .isEqualTo(terminal.type("verify", "--json").json().get(1).get("hash"));
      Path again = dir.resolve("again.zip");
      there.type("backup", again.toString());
      assertThat(tables(again)).isEqualTo(tables(file));

      var full = there.type("restore", file.toString());
      assertThat(full.exit()).isEqualTo(Exit.REFUSED);
      assertThat(full.err()).contains("alpha", "--data");
    }
  }

  private static String tables(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String manifest =
          new String(
              zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes(),
              StandardCharsets.UTF_8);
      return manifest.substring(manifest.indexOf("\"tables\""));
    }
  }

  @Test
  void alteredTruncatedAndForeignFilesAreRefusedAndNothingIsRestored() throws IOException {
    try (BooksDatabase empty = BooksDatabase.fresh()) {
      Terminal there = terminal.over(empty.environment());
      byte[] whole = Files.readAllBytes(file);
      Path cut =
          Files.write(dir.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
      Path other = Files.writeString(dir.resolve("other.zip"), "not a backup");

      assertRefused(there, cut);
      assertRefused(there, other);
      assertRefused(there, dir.resolve("none.zip"));
      assertRefused(there, changed("tables/posting.copy", "1", "2"));
      assertRefused(there, changed("tables/entry.copy", "", ""));
      assertRefused(there, changed("manifest.json", "taizhang backup 1", "taizhang backup 9"));
      assertRefused(there, changed("manifest.json", "\"hash\" : \"", "\"hash\" : \"00"));
      assertThat(there.type("verify").err()).contains("no towns");
    }
  }

  private static void assertRefused(Terminal there, Path file) {
    var answer = there.type("restore", file.toString());
    assertThat(answer.exit()).as(file + answer.err()).isEqualTo(Exit.REFUSED);
    assertThat(answer.err()).doesNotContain("Exception");
  }

  /** The backup with a text in a part replaced, or without the part. */
  private Path changed(String part, String from, String to) throws IOException {
    Path out = Files.createTempFile(dir, "changed", ".zip");
    try (ZipFile zip = new ZipFile(file.toFile());
        ZipOutputStream copy = new ZipOutputStream(Files.newOutputStream(out))) {
      for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
        String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        if (entry.getName().equals(part)) {
          if (from.isEmpty()) {
            continue;
          }
          assertThat(text).contains(from);
          text = text.replace(from, to);
        }
        copy.putNextEntry(new ZipEntry(entry.getName()));
        copy.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return out;
  }

  @Test
  void keysGoAlongOnlyWhereAskedForAndComeBackReadableByTheOwnerAlone() throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.getEntry("keys")).isNull();
    }
    Path withKeys = dir.resolve("keys.zip");
    assertThat(terminal.type("backup", withKeys.toString(), "--with-keys").err())
        .contains("personal");
    try (BooksDatabase empty = BooksDatabase.fresh()) {
      Path data = dir.resolve("data");
      Terminal there = new Terminal(terminal.home(), data, empty.environment(), terminal.locale());

      var answer = there.type("restore", withKeys.toString());
      assertThat(answer.exit()).as(answer.err()).isEqualTo(Exit.DONE);

      assertThat(data.resolve("keys")).hasSameBinaryContentAs(terminal.data().resolve("keys"));
      assertThat(Files.getPosixFilePermissions(data.resolve("keys"))).hasSize(2);
    }
    try (BooksDatabase empty = BooksDatabase.fresh()) {
      Terminal there =
          new Terminal(
              terminal.home(), dir.resolve("bare"), empty.environment(), terminal.locale());
      assertThat(there.type("restore", file.toString()).err())
          .contains("Personal fields stay closed");
    }
  }
}
