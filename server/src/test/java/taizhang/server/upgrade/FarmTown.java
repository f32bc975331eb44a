package taizhang.server.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Clearance;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.PackSource;
import taizhang.books.pack.Packs;
import taizhang.books.period.Period;
import taizhang.books.refusal.Refusal;
import taizhang.server.TestBooks;
import taizhang.server.audit.Verification;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Towns;

/** A town with two plots, what was harvested on one of them, and what tests do to it. */
final class FarmTown {

  private static int made;

  final TestBooks books;
  final String town;
  final long corn;
  final long wheat;

  FarmTown(TestBooks books) {
    this.books = books;
    this.town = "farm" + ++made;
    books.at("2025-03-10T02:00:00Z");
    books.town(town, FarmPack.FIRST);
    corn = plot(Map.of("name", "东坡", "area", "12.5", "crop", "corn", "note", "土薄", "keeper", "王五"));
    wheat = plot(Map.of("name", "西湾", "area", "30", "crop", "wheat"));
    harvest(corn, "2025-02-10", "400");
    harvest(corn, "2025-03-01", "225");
  }

  static String refused(ThrowingCallable work) {
    return catchThrowableOfType(Refusal.class, work).text(Locale.CHINESE);
  }

  void adopt(String yaml) {
    long record = Objects.requireNonNull(rules().adoptionRecords().get("farm"));
    Map<String, Value> fields = Map.of("version", Value.of(2), "yaml", Value.of(yaml));
    enter(SystemLedger.ADOPTION, EntryKind.CHANGE, record, null, fields);
  }

  Plan plan(String yaml) {
    Packs offered = Packs.read(List.of(new PackSource("packs/farm/pack.yaml", yaml)));
    return books.get(Upgrades.class).plan(operator(), Author.operator("admin"), offered);
  }

  Clearance operator() {
    return rules().operator(town);
  }

  TownRules rules() {
    return books.get(Rules.class).of(books.get(Towns.class).find(town));
  }

  List<Unfit> misfits() {
    return books.get(Misfits.class).of(operator(), 10);
  }

  Unfit unfit(String ledger) {
    return misfits().stream()
        .filter(unfit -> unfit.ledger().code().equals(ledger))
        .findFirst()
        .orElseThrow();
  }

  void assertSound() {
    assertThat(books.get(Verification.class).verify(town).findings()).isEmpty();
  }

  long plot(Map<String, String> fields) {
    Map<String, Value> values = new HashMap<>(Map.of("since", Value.of("2025-03-01")));
    fields.forEach((name, text) -> values.put(name, Value.of(text)));
    return open("farm.plot", values);
  }

  void harvest(long plot, String day, String weight) {
    open(
        "farm.harvest",
        Map.of(
            "plot", Value.of(Long.toString(plot)),
            "day", Value.of(day),
            "weight", Value.of(weight)));
  }

  long tool(String price, boolean reviewed) {
    long tool = open("farm.tool", Map.of("name", Value.of("播种机"), "price", Value.of(price)));
    if (reviewed) {
      enter("farm.tool", EntryKind.REVIEW, tool, null, Map.of());
    }
    return tool;
  }

  long open(String ledger, Map<String, Value> fields) {
    return books
        .entries()
        .append(town, "clerk", Submission.open(ledger, "V", null, fields))
        .record();
  }

  void change(long record, String day, Map<String, Value> patch) {
    String ledger = view(record).ledger().code();
    enter(ledger, EntryKind.CHANGE, record, LocalDate.parse(day), patch);
  }

  void correct(long record, Map<String, Value> patch) {
    enter(view(record).ledger().code(), EntryKind.CORRECT, record, null, patch);
  }

  void enter(
      String ledger,
      EntryKind kind,
      long record,
      @Nullable LocalDate day,
      Map<String, Value> patch) {
    books
        .entries()
        .append(
            town,
            "clerk",
            new Submission(
                ledger, kind, record, null, null, null, day, patch, null, "核对后更正", null));
  }

  RecordView view(long record) {
    return books.get(Records.class).find(operator(), record);
  }

  String stands(long record, String field) {
    return view(record).image().text(field);
  }

  BigDecimal figure(String indicator) {
    FigureQuery query = FigureQuery.of(indicator, Period.parse("2025-03"));
    return Objects.requireNonNull(books.figures().read(town, query).value());
  }
}
