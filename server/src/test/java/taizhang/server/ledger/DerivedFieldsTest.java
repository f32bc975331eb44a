package taizhang.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.books.access.Post;
import taizhang.books.access.Role;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.period.Period;
import taizhang.books.refusal.Refusal;
import taizhang.server.TestBooks;
import taizhang.server.audit.Verification;
import taizhang.server.database.BooksDatabase;
import taizhang.server.town.Towns;

/**
 * Arrears of contracts follow from the rents below them, progress of projects from what was paid,
 * tiers of villages from their income: written by the books, read by figures as of any day.
 */
class DerivedFieldsTest {

  private static final String TOWN = "alpha";

  private static BooksDatabase database;
  private static TestBooks books;
  private static int made;

  @BeforeAll
  static void open() throws Exception {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
    books.at("2025-01-10T02:00:00Z");
    books.town(
        TOWN,
        Files.readString(Path.of("../packs/collective/pack.yaml")).replaceFirst("^#.*\n", ""));
    books.adopt(TOWN, "project", Files.readString(Path.of("../packs/project/pack.yaml")));
  }

  @AfterAll
  static void close() {
    books.close();
    database.close();
  }

  @Test
  void arrearsOfAContractFollowFromItsRentsAndReadOnPastDaysAsTheyWere() {
    long contract = contract();
    BigDecimal before = figure("collective.contract_arrears", "2024-12-31");
    List<Receipt> rents =
        books
            .entries()
            .appendAll(
                TOWN,
                "clerk",
                List.of(
                    rent(contract, "2023", "2023-12-20", "6000", "6000"),
                    rent(contract, "2024", "2024-03-01", "6000", "1500")));
    assertThat(stands(contract, "arrears")).isEqualTo("4500");
    assertThat(stands(contract, "paid")).isEqualTo("7500");
    assertThat(stands(rents.getLast().record(), "short")).isEqualTo("4500");

    change(rents.getLast().record(), "2024-06-10", Map.of("paid", Value.of("6000")));
    assertThat(stands(contract, "arrears")).isEqualTo("0");
    assertThat(moved("collective.contract_arrears", "2024-02-28", before))
        .isEqualByComparingTo("0");
    assertThat(moved("collective.contract_arrears", "2024-05-31", before))
        .isEqualByComparingTo("4500");
    assertThat(moved("collective.contract_arrears", "2024-06-30", before))
        .isEqualByComparingTo("0");

    correct(rents.getFirst().record(), Map.of("paid", Value.of("5000")), "凭证看错");
    assertThat(stands(contract, "arrears")).isEqualTo("1000");
    assertThat(moved("collective.contract_arrears", "2024-01-31", before))
        .isEqualByComparingTo("1000");
    assertThat(moved("collective.contract_arrears", "2024-05-31", before))
        .isEqualByComparingTo("5500");
    assertThat(books.get(Verification.class).verify(TOWN).sound()).isTrue();
  }

  @Test
  void aRentThatMovesToAnotherContractLeavesNothingBehind() {
    long one = contract();
    long other = contract();
    long rent = append(rent(one, "2024", "2024-03-01", "6000", "0")).record();
    assertThat(stands(one, "arrears")).isEqualTo("6000");
    correct(rent, Map.of("contract", Value.of(Long.toString(other))), "登错合同");
    assertThat(stands(one, "arrears")).isIn("", "0");
    assertThat(stands(other, "arrears")).isEqualTo("6000");
    append(
        new Submission(
            "collective.rent",
            EntryKind.VOID,
            rent,
            null,
            null,
            null,
            null,
            Map.of(),
            null,
            "误登",
            null));
    assertThat(stands(other, "arrears")).isIn("", "0");
  }

  @Test
  void whatFollowsIsNeverTypedAndWhatBreaksARuleAboveIsRefusedBelow() {
    long contract = contract();
    assertThatThrownBy(() -> change(contract, "2024-05-01", Map.of("arrears", Value.of("1"))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("欠租");
    assertThatThrownBy(() -> append(rent(contract, "2024", "2024-03-01", "10", "20")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("实收租金不能超过应收租金");
  }

  @Test
  void whoKeepsTheRecordsBelowNeedsNoLeaveForTheOneAbove() {
    long project = append(project("20000000")).record();
    var rules = books.get(Rules.class).of(books.get(Towns.class).find(TOWN));
    var clerk =
        taizhang.books.access.Clearance.of(
            TOWN,
            "payer",
            "经办",
            List.of(new Post("payer", "经办", Role.DEPARTMENT, "T", "", null, null)),
            rules.areas(),
            rules.packs());
    books.entries().append(clerk, payment(project, "2024-02", "2024-02-29", "3000000", "桩基"));
    books.entries().append(clerk, payment(project, "2024-01", "2024-01-31", "1000000", "围挡"));
    assertThat(stands(project, "paid")).isEqualTo("4000000");
    assertThat(stands(project, "progress")).isEqualTo("20");
    assertThat(stands(project, "image")).as("the latest by its own day").isEqualTo("桩基");
  }

  @Test
  void aVillagesTierFollowsFromItsIncome() {
    long weak = append(tier("V", "99999.99")).record();
    assertThat(stands(weak, "class")).isEqualTo("weak");
    change(weak, "2024-06-01", Map.of("income", Value.of("100000")));
    assertThat(stands(weak, "class")).isEqualTo("good");
    assertThat(figure("collective.weak_villages", "2024-05-31")).isEqualByComparingTo("1");
    assertThat(figure("collective.weak_villages", "2024-06-30")).isEqualByComparingTo("0");
  }

  private static long contract() {
    return append(
            Submission.open(
                "collective.contract",
                "V",
                null,
                Map.of(
                    "contract_no", Value.of("合" + ++made),
                    "subject", Value.of("pond"),
                    "tenant", Value.of("承租户"),
                    "rent", Value.of("6000"),
                    "starts_on", Value.of("2023-01-01"),
                    "until", Value.of("2028-12-31"))))
        .record();
  }

  private static Submission rent(
      long contract, String period, String due, String amount, String paid) {
    return Submission.open(
        "collective.rent",
        "V",
        null,
        Map.of(
            "contract", Value.of(Long.toString(contract)),
            "period", Value.of(period),
            "due_on", Value.of(due),
            "due", Value.of(amount),
            "paid", Value.of(paid)));
  }

  private static Submission project(String invested) {
    return Submission.open(
        "project.project",
        "T",
        null,
        Map.of(
            "name", Value.of("项目" + ++made),
            "kind", Value.of("water"),
            "owner", Value.of("镇政府"),
            "listed_on", Value.of("2024-01-02"),
            "invested", Value.of(invested)));
  }

  private static Submission payment(
      long project, String month, String end, String amount, String image) {
    return Submission.open(
        "project.payment",
        "T",
        null,
        Map.of(
            "project", Value.of(Long.toString(project)),
            "month", Value.of(month),
            "month_end", Value.of(end),
            "amount", Value.of(amount),
            "image", Value.of(image)));
  }

  private static Submission tier(String village, String income) {
    return Submission.open(
        "collective.tier",
        village,
        null,
        Map.of(
            "village", Value.of(village),
            "income", Value.of(income),
            "fixed_on", Value.of("2024-03-01")));
  }

  private static Receipt append(Submission submission) {
    return books.entries().append(TOWN, "clerk", submission);
  }

  private static void change(long record, String day, Map<String, Value> patch) {
    enter(EntryKind.CHANGE, record, LocalDate.parse(day), patch, null);
  }

  private static void correct(long record, Map<String, Value> patch, String reason) {
    enter(EntryKind.CORRECT, record, null, patch, reason);
  }

  private static void enter(
      EntryKind kind,
      long record,
      @Nullable LocalDate day,
      Map<String, Value> patch,
      @Nullable String reason) {
    String ledger = view(record).ledger().code();
    append(
        new Submission(
            ledger, kind, record, null, null, null, day, new HashMap<>(patch), null, reason, null));
  }

  private static RecordView view(long record) {
    var rules = books.get(Rules.class).of(books.get(Towns.class).find(TOWN));
    return books.get(Records.class).find(rules.operator(TOWN), record);
  }

  private static String stands(long record, String field) {
    return view(record).image().text(field);
  }

  private static BigDecimal moved(String indicator, String day, BigDecimal before) {
    return figure(indicator, day).subtract(before);
  }

  private static BigDecimal figure(String indicator, String day) {
    FigureQuery query = FigureQuery.of(indicator, Period.parse(day.substring(0, 7)));
    return Objects.requireNonNull(books.figures().read(TOWN, query).value());
  }
}
