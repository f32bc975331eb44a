package taizhang.server.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.books.access.Clearance;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.TestBooks;
import taizhang.server.database.BooksDatabase;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Towns;

/**
 * From a sentence of a report to a task, its deadline, its figure, and the next report's sentence.
 */
class CommitmentsTest {

  private static final String WORKS =
      """
      pack: canals
      title: 水利
      owner: 农业农村办公室
      ledgers:
        canal:
          title: 渠道
          lives_at: village
          opens_on: done_on
          fields:
            km: {title: 长度, type: quantity, unit: 公里}
            done_on: {title: 完工日期, type: date}
          post:
            - {to: lined, amount: km, on: done_on}
      indicators:
        lined: {title: 衬砌渠道, unit: 公里, kind: flow, better: up}
      """;

  private static BooksDatabase database;
  private static TestBooks books;

  @BeforeAll
  static void open() throws IOException {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
    books.at("2025-01-10T02:00:00Z");
    books.town("alpha", WORKS);
    for (String pack : List.of("matters", "supervision")) {
      books.adopt("alpha", pack, Files.readString(Path.of("../packs/" + pack + "/pack.yaml")));
    }
  }

  @AfterAll
  static void close() {
    books.close();
    database.close();
  }

  private static Clearance operator() {
    TownRules rules = books.get(Rules.class).of(books.get(Towns.class).find("alpha"));
    return rules.operator("alpha");
  }

  @Test
  void aSentenceBecomesATaskAndTheTaskASentence() throws IOException {
    Commitments commitments = books.get(Commitments.class);
    Commitments.Task canals =
        new Commitments.Task(
            "衬砌渠道12公里",
            "农业农村办公室",
            "",
            LocalDate.of(2025, 10, 31),
            "canals.lined",
            new BigDecimal("12"),
            "《2025年政府工作报告》",
            "");
    List<Receipt> made = commitments.adopt(operator(), 2025, List.of(canals));
    assertThat(commitments.adopt(operator(), 2025, List.of(canals)))
        .as("adopted once")
        .allMatch(Receipt::again);
    assertThat(commitments.outcomes(operator(), 2025))
        .singleElement()
        .extracting(Commitments.Outcome::sentence)
        .isEqualTo("“衬砌渠道12公里”正在推进，衬砌渠道0公里（目标12公里）。");

    line("4.5", "2025-05-01");
    assertThat(commitments.outcomes(operator(), 2025).getFirst().reached()).isFalse();
    line("8", "2025-09-01");
    books.at("2025-09-02T02:00:00Z");
    Commitments.Outcome reached = commitments.outcomes(operator(), 2025).getFirst();
    assertThat(reached.reached()).isTrue();
    assertThat(reached.done()).as("a person confirms").isFalse();
    assertThat(reached.sentence()).isEqualTo("“衬砌渠道12公里”目标已达到，待确认，衬砌渠道12.5公里（目标12公里）。");

    long task = made.getFirst().record();
    books.at("2025-10-20T02:00:00Z");
    move("zhao", task, "running", Map.of());
    assertThatThrownBy(() -> move("zhao", task, "checking", Map.of()))
        .as("nothing is reported as done without saying how")
        .hasMessageContaining("完成情况");
    move("zhao", task, "checking", Map.of("result", Value.of("通水验收")));
    assertThatThrownBy(() -> move("zhao", task, "done", Map.of()))
        .as("closed out by somebody else")
        .hasMessageContaining("申请销号");
    assertThat(commitments.outcomes(operator(), 2025).getFirst().done()).isFalse();
    move("qian", task, "done", Map.of());
    Commitments.Outcome done = commitments.outcomes(operator(), 2025).getFirst();
    assertThat(done.sentence()).isEqualTo("“衬砌渠道12公里”已完成，衬砌渠道12.5公里（目标12公里）：通水验收。");
    assertThat(done.cited())
        .isEqualTo(
            "“衬砌渠道12公里”已完成，衬砌渠道{{canals.lined period=2025}}"
                + "（目标{{canals.lined#target period=2025}}）：通水验收。");

    Bulletin bulletin = books.get(Bulletin.class);
    assertThat(bulletin.of(operator(), YearMonth.of(2025, 10)).departments())
        .containsEntry("农业农村办公室", new Bulletin.Count(1, 1, 0, 0, 0));
    assertThat(bulletin.of(operator(), YearMonth.of(2025, 9)).departments())
        .containsEntry("农业农村办公室", new Bulletin.Count(0, 0, 1, 0, 0));
    try (XWPFDocument paper =
        new XWPFDocument(
            new ByteArrayInputStream(bulletin.docx(operator(), YearMonth.of(2025, 10), false)))) {
      assertThat(paper.getParagraphs().stream().map(XWPFParagraph::getText).toList())
          .contains(
              "alpha2025年10月督查通报",
              "一、总体情况",
              "年度目标任务：当月办结1件，其中按期1件，按期办结率100%；月末在办0件，逾期0件。",
              "农业农村办公室：当月办结1件，其中按期1件，按期办结率100%；月末在办0件，逾期0件。");
    }
  }

  private static void line(String km, String day) {
    books
        .entries()
        .append(
            "alpha",
            "wang",
            Submission.open(
                "canals.canal", "V", null, Map.of("km", Value.of(km), "done_on", Value.of(day))));
  }

  private static void move(String by, long task, String state, Map<String, Value> fields) {
    books
        .entries()
        .append(
            "alpha",
            by,
            new Submission(
                Commitments.TASK,
                EntryKind.MOVE,
                task,
                null,
                null,
                null,
                LocalDate.of(2025, 10, 20),
                fields,
                state,
                null,
                null));
  }
}
