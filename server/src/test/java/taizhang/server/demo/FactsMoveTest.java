package taizhang.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.PostingRule;
import taizhang.books.refusal.Refusal;
import taizhang.server.TestBooks;
import taizhang.server.audit.Verification;
import taizhang.server.database.BooksDatabase;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Townships;

/**
 * Goal: exactly the facts that depend on an entry move when it changes, by exactly what it changes.
 * Method: 留庄镇 is loaded; one record chosen at random has one number corrected; what the ledger's
 * declared rules say of each fact is compared with what each fact did.
 */
class FactsMoveTest {

  private static final int TIMES = 10;
  private static final DemoTown TOWN = DemoFiles.READ.town("liuzhuang");

  private static BooksDatabase database;
  private static TestBooks books;

  /** A number in a record that flows into indicators. */
  private record Choice(RecordView record, String field) {}

  @BeforeAll
  static void open() {
    database = BooksDatabase.fresh();
    books = TestBooks.over(database);
    books.at("2024-01-31T04:00:00Z");
    books
        .get(Townships.class)
        .open(TOWN.code(), TOWN.name(), TOWN.town().code(), Path.of("../packs"), "lz-guanli");
    new DemoLoader(books.entries()::appendAll, DemoFiles.READ, LoadProgress.SILENT).load(TOWN);
  }

  @AfterAll
  static void close() {
    books.close();
    database.close();
  }

  @Test
  void exactlyTheDependentFactsMove() {
    Random random = new Random(20231231);
    int moved = 0;
    for (int time = 0; time < TIMES; time++) {
      Choice choice = choice(random);
      Map<String, BigDecimal> before = facts();
      correct(choice);
      Map<String, BigDecimal> after = facts();
      for (PublishedFact fact : DemoFiles.READ.facts(TOWN.code())) {
        BigDecimal expected = expected(fact, choice);
        moved += expected.signum() == 0 ? 0 : 1;
        assertThat(value(after, fact).subtract(value(before, fact)))
            .as("%s after %s of record %d", fact.fact(), choice.field(), choice.record().id())
            .isEqualByComparingTo(expected);
      }
    }
    assertThat(moved).isPositive();
    assertThat(books.get(Verification.class).verify(TOWN.code()).findings()).isEmpty();
  }

  private static BigDecimal value(Map<String, BigDecimal> facts, PublishedFact fact) {
    return Objects.requireNonNull(facts.get(fact.fact()));
  }

  private static Map<String, BigDecimal> facts() {
    List<PublishedFact> facts = DemoFiles.READ.facts(TOWN.code());
    List<FigureQuery> queries =
        facts.stream().map(f -> FigureQuery.of(f.indicator(), f.period()).in(f.area())).toList();
    var figures = books.figures().readAll(TOWN.code(), queries);
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    for (int n = 0; n < facts.size(); n++) {
      values.put(facts.get(n).fact(), Objects.requireNonNull(figures.get(n).value()));
    }
    return values;
  }

  private static Choice choice(Random random) {
    List<Ledger> ledgers =
        books.figures().rules(TOWN.code()).packs().packs().stream()
            .flatMap(p -> p.ledgers().values().stream())
            .filter(l -> l.post().stream().anyMatch(FactsMoveTest::simple))
            .filter(l -> books.get(Records.class).count(TOWN.code(), l.code()) > 0)
            .toList();
    Ledger ledger = ledgers.get(random.nextInt(ledgers.size()));
    List<Long> ids = books.get(Records.class).ids(TOWN.code(), ledger.code(), 100_000, 0);
    RecordView record =
        books.get(Records.class).find(TOWN.code(), ids.get(random.nextInt(ids.size())));
    List<String> fields =
        ledger.post().stream()
            .filter(FactsMoveTest::simple)
            .map(rule -> rule.amount().fields().getFirst())
            .filter(field -> record.image().decimal(field) != null)
            .distinct()
            .toList();
    if (fields.isEmpty() || record.pending()) {
      return choice(random);
    }
    Choice choice = new Choice(record, fields.get(random.nextInt(fields.size())));
    return accepted(choice) ? choice : choice(random);
  }

  /** A number at the end of its range cannot grow: another is chosen. */
  private static boolean accepted(Choice choice) {
    try {
      books
          .entries()
          .rehearse(TOWN.code(), Author.operator("lz-guanli"), List.of(correction(choice)));
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  private static Submission correction(Choice choice) {
    RecordView record = choice.record();
    BigDecimal old = Objects.requireNonNull(record.image().decimal(choice.field()));
    Map<String, Value> patch = Map.of(choice.field(), Value.of(old.add(BigDecimal.ONE)));
    return Submission.correct(record.ledger().code(), record.id(), patch, "核对");
  }

  private static boolean simple(PostingRule rule) {
    return rule.kind() == IndicatorKind.FLOW
        && rule.on() != null
        && rule.amount().fields().size() == 1;
  }

  private static void correct(Choice choice) {
    RecordView record = choice.record();
    books.entries().append(TOWN.code(), "lz-guanli", correction(choice));
    if (record.ledger().review()) {
      books
          .entries()
          .append(TOWN.code(), "lz-guanli", Submission.review(record.ledger().code(), record.id()));
    }
  }

  /** By how much the declared rules say the fact moves when the chosen number grows by one. */
  private static BigDecimal expected(PublishedFact fact, Choice choice) {
    RecordView record = choice.record();
    BigDecimal sum = BigDecimal.ZERO;
    for (PostingRule rule : record.ledger().post()) {
      boolean posts =
          rule.to().equals(fact.indicator()) && rule.amount().fields().contains(choice.field());
      if (posts && rule.when().holds(record.image(), record.state())) {
        LocalDate day = rule.day(record.image());
        boolean inside =
            day != null && !day.isBefore(fact.period().from()) && !day.isAfter(fact.period().to());
        boolean stock = rule.kind() == IndicatorKind.STOCK;
        sum = inside || stock ? sum.add(rule.amount().constant()) : sum;
      }
    }
    return sum;
  }
}
