package taizhang.server.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.Records;

/**
 * What a new version of a pack derives is filled in for records that stand: once, with the reason,
 * in pieces that may break off.
 */
class FillingTest {

  private static BooksDatabase database;
  private static TestBooks books;

  private FarmTown farm;

  @BeforeAll
  static void open() {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
  }

  @AfterAll
  static void close() {
    books.close();
    database.close();
  }

  @BeforeEach
  void sow() {
    farm = new FarmTown(books);
  }

  @Test
  void whatAPackBeginsToDeriveIsFilledInForWhatStandsOnceAndSaysWhy() {
    long tool = farm.tool("2000", true);
    long unread = farm.tool("500", false);
    farm.adopt(FarmPack.deriving());
    assertThat(farm.stands(farm.corn, "got")).isEmpty();
    Filling filling = books.get(Filling.class);
    Filling.Filled filled = filling.fill(farm.town, Author.operator("admin"), (done, total) -> {});
    assertThat(filled.left()).isEmpty();
    assertThat(farm.stands(farm.corn, "got")).isEqualTo("625");
    assertThat(farm.stands(farm.corn, "per")).isEqualTo("50");
    assertThat(farm.stands(tool, "aid")).isEqualTo("600");
    assertThat(farm.view(tool).pending()).as("what was reviewed stays so").isFalse();
    assertThat(farm.view(unread).pending()).isTrue();
    assertThat(farm.view(farm.corn).entries().getLast().reason()).isNotBlank();
    assertThat(filling.fill(farm.town, Author.operator("admin"), (done, total) -> {}).entries())
        .as("nothing is left to fill in")
        .isZero();
    farm.assertSound();
  }

  @Test
  void aFillingThatBreaksOffGoesOnWhereItWas() {
    for (int n = 0; n < 210; n++) {
      farm.plot(Map.of("name", "地块" + n, "area", "2"));
    }
    for (long plot : books.get(Records.class).ids(farm.town, "farm.plot", 300, farm.wheat)) {
      farm.harvest(plot, "2025-03-02", "10");
    }
    farm.adopt(FarmPack.deriving());
    Filling filling = books.get(Filling.class);
    assertThatThrownBy(() ->
            filling.fill(
                farm.town,
                Author.operator("admin"),
                (done, total) -> {
                  throw new IllegalStateException("stopped");
                }))
        .hasMessage("stopped");
    long last = books.get(Records.class).ids(farm.town, "farm.plot", 300, 0).getLast();
    assertThat(farm.stands(farm.corn, "got")).isEqualTo("625");
    assertThat(farm.stands(last, "got")).isEmpty();
    Filling.Filled rest = filling.fill(farm.town, Author.operator("admin"), (done, total) -> {});
    assertThat(farm.stands(last, "got")).isEqualTo("10");
    assertThat(rest.entries()).isLessThan(100);
    farm.assertSound();
  }

  @Test
  void aRecordThatIsOutOfFitIsLeftAndNamed() {
    farm.adopt(
        FarmPack.with(
            FarmPack.deriving(),
            "note: {title: 备注, type: text}",
            "note: {title: 备注, type: text, required: true}"));
    farm.harvest(farm.corn, "2025-03-03", "0");
    Filling.Filled filled =
        books.get(Filling.class).fill(farm.town, Author.operator("admin"), (done, total) -> {});
    assertThat(farm.stands(farm.corn, "got")).isEqualTo("625");
    assertThat(filled.left()).as("nothing follows for it yet").isEmpty();
    assertThat(FarmTown.refused(() -> farm.harvest(farm.wheat, "2025-03-03", "5"))).contains("备注");
  }
}
