package taizhang.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.History;
import taizhang.books.entry.Version;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;

/** The records are such as life would have left them. */
class SynthesisTest {

  private static final DemoTown LIUZHUANG = DemoFiles.READ.town("liuzhuang");

  private static RecordedBooks liuzhuang() {
    return RecordedBooks.of(LIUZHUANG);
  }

  private static List<RecordedBooks> everyTown() {
    return DemoFiles.READ.towns().stream().map(RecordedBooks::of).toList();
  }

  private static Ledger ledger(Entry entry) {
    return Objects.requireNonNull(DemoFiles.PACKS.ledger(entry.ledger()));
  }

  @Test
  void theSameRecipesGiveTheSameRecords() {
    RecordedBooks again = new RecordedBooks(LIUZHUANG);
    new DemoLoader(again, DemoFiles.READ, LoadProgress.SILENT).load(LIUZHUANG);
    assertThat(again.entries()).isEqualTo(liuzhuang().entries());
  }

  @Test
  void aSecondRunOverTheSameBooksEntersNothing() {
    RecordedBooks books = liuzhuang();
    int before = books.entries().size();
    DemoLoader.Loaded loaded =
        new DemoLoader(books, DemoFiles.READ, LoadProgress.SILENT).load(LIUZHUANG);
    assertThat(loaded).isEqualTo(new DemoLoader.Loaded(0, before));
    assertThat(books.entries()).hasSize(before);
  }

  @Test
  void threeTownsKeepAYearOfGroundLevelRecords() {
    long records =
        everyTown().stream()
            .flatMap(books -> books.entries().stream())
            .filter(entry -> entry.kind() == EntryKind.OPEN)
            .count();
    assertThat(records).isBetween(150_000L, 200_000L);
  }

  @Test
  void enrolmentGoesByTheSizeOfTheVillageAndNoHouseholdIsEnrolledTwice() {
    DemoTown sungang = DemoFiles.READ.town("sungang");
    List<Version> enrolled =
        RecordedBooks.of(sungang).records("assistance.medical").stream()
            .map(History::latest)
            .toList();
    Map<String, Long> perVillage =
        enrolled.stream().collect(Collectors.groupingBy(v -> v.area() + "", Collectors.counting()));
    for (DemoArea village : sungang.areas()) {
      long there = perVillage.getOrDefault(village.code(), 0L);
      assertThat(there).isBetween(village.households() * 9L / 10, (long) village.households());
    }
    assertThat(enrolled.stream().map(v -> v.image().text("household")).distinct())
        .hasSize(enrolled.size());
  }

  @Test
  void householdsLiveInTheirVillagesInProportion() {
    Map<String, Long> perVillage =
        liuzhuang().records("works.water_household").stream()
            .map(History::latest)
            .collect(Collectors.groupingBy(v -> v.area() + "", Collectors.counting()));
    assertThat(perVillage).hasSize(22);
    for (DemoArea village : LIUZHUANG.areas()) {
      long there = perVillage.getOrDefault(village.code(), 0L);
      assertThat(there == 0 || there > village.households() * 0.95).isTrue();
      assertThat(there).isLessThanOrEqualTo(village.households());
    }
    liuzhuang().records("poverty.household").stream()
        .map(History::latest)
        .forEach(v -> assertThat(v.image().text("household")).startsWith(v.area() + ""));
  }

  @Test
  void aHouseholdHasOneHeadInEveryLedger() {
    for (RecordedBooks books : everyTown()) {
      Map<String, String> heads = new HashMap<>();
      for (Entry entry : books.entries()) {
        if (entry.patch().containsKey("head") && entry.patch().containsKey("household")) {
          String head = entry.patch().get("head").asText();
          String known = heads.put(entry.patch().get("household").asText(), head);
          assertThat(known == null || known.equals(head)).isTrue();
        }
      }
      assertThat(heads).isNotNull();
    }
  }

  @Test
  void noRecordIsTheSameThingTwice() {
    for (RecordedBooks books : everyTown()) {
      Set<List<String>> seen = new HashSet<>();
      for (Entry entry : books.entries()) {
        List<String> key = new ArrayList<>(List.of(entry.ledger()));
        ledger(entry)
            .key()
            .forEach(field ->
                key.add(entry.patch().containsKey(field) ? entry.patch().get(field).asText() : ""));
        if (entry.kind() == EntryKind.OPEN && key.size() > 1) {
          assertThat(seen.add(key)).as(key.toString()).isTrue();
        }
      }
    }
  }

  @Test
  void recordsMoveOnlyAsTheirLifecycleLetsThemAndInTime() {
    for (RecordedBooks books : everyTown()) {
      for (Ledger ledger :
          DemoFiles.PACKS.packs().stream()
              .flatMap(pack -> pack.ledgers().values().stream())
              .toList()) {
        books.records(ledger.code()).forEach(history -> inOrder(ledger, history));
      }
    }
  }

  private static void inOrder(Ledger ledger, History history) {
    Version before = history.versions().getFirst();
    for (Version version : history.versions().subList(1, history.versions().size())) {
      assertThat(version.on()).isAfterOrEqualTo(before.on());
      assertThat(version.seq()).as(ledger.code()).isGreaterThan(before.seq());
      Lifecycle lifecycle = ledger.lifecycle();
      if (version.entered() && lifecycle != null) {
        Version from = before;
        assertThat(lifecycle.moves().values())
            .anyMatch(m -> m.from().contains(from.state()) && m.to().equals(version.state()));
      }
      before = version;
    }
  }

  @Test
  void moneyArrivesAfterTheContract() {
    for (RecordedBooks books : everyTown()) {
      Map<Long, LocalDate> signed = new HashMap<>();
      for (History project : books.records("investment.project")) {
        project.versions().stream()
            .filter(v -> v.state().equals("signed"))
            .findFirst()
            .ifPresent(v -> signed.put(project.versions().getFirst().seq(), v.on()));
      }
      for (History arrival : books.records("investment.arrival")) {
        long project =
            Objects.requireNonNull(arrival.latest().image().decimal("project")).longValueExact();
        assertThat(arrival.latest().image().date("arrived_on"))
            .isAfterOrEqualTo(signed.get(project));
      }
    }
  }

  @Test
  void workGoesOnAllYear() {
    assertThat(months("habitat.cleanup", "cleaned_on")).isEqualTo(12);
    assertThat(months("works.water_household", "connected_on")).isEqualTo(10);
    assertThat(months("investment.arrival", "arrived_on")).isEqualTo(11);
    assertThat(months("forestry.plot", "planted_on")).isGreaterThanOrEqualTo(5);
  }

  private static long months(String ledger, String field) {
    return liuzhuang().records(ledger).stream()
        .map(record -> Objects.requireNonNull(record.latest().image().date(field)).getMonthValue())
        .distinct()
        .count();
  }

  /**
   * What one record carries in life too: a single plant, a single foreigner, a first cooperative.
   */
  private static final Set<String> SINGLE =
      Set.of(
          "investment.prefab_capacity",
          "talent.foreign_talents",
          "agriculture.city_model_cooperatives",
          "agriculture.model_family_farms",
          "agriculture.machinery_cooperatives",
          "investment.awaiting_start_investment");

  @Test
  void noFigureHangsOnOneRecord() {
    for (DemoTown town : DemoFiles.READ.towns()) {
      RecordedBooks books = RecordedBooks.of(town);
      for (PublishedFact fact : DemoFiles.READ.facts(town.code())) {
        Indicator indicator = DemoFiles.PACKS.indicator(fact.indicator());
        if (indicator == null
            || indicator.kind() == IndicatorKind.STATED
            || indicator.kind() == IndicatorKind.COMPUTED
            || SINGLE.contains(indicator.code())) {
          continue;
        }
        long records =
            books.posted(indicator.code()).stream().map(p -> p.record()).distinct().count();
        assertThat(records).as(fact.fact() + " " + fact.title()).isGreaterThan(1);
        assertThat(biggest(books, indicator)).as(fact.title()).isLessThan(0.7);
      }
    }
  }

  private static double biggest(RecordedBooks books, Indicator indicator) {
    List<BigDecimal> amounts =
        books.posted(indicator.code()).stream().map(p -> p.posting().amount().abs()).toList();
    double most = amounts.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
    return most / amounts.stream().mapToDouble(BigDecimal::doubleValue).sum();
  }

  @Test
  void reviewedLedgersAreReviewedByTheirDepartmentAndSomeRecordsStillWait() {
    RecordedBooks books = liuzhuang();
    Set<String> clerks =
        LIUZHUANG.areas().stream().map(DemoArea::clerk).collect(Collectors.toSet());
    assertThat(books.entries())
        .filteredOn(entry -> entry.kind() == EntryKind.REVIEW)
        .hasSizeGreaterThan(2000)
        .noneMatch(entry -> clerks.contains(entry.by()));
    Set<Long> reviewed =
        books.entries().stream()
            .filter(entry -> entry.kind() == EntryKind.REVIEW)
            .map(Entry::record)
            .collect(Collectors.toSet());
    assertThat(books.entries())
        .filteredOn(entry -> entry.kind() == EntryKind.OPEN && ledger(entry).review())
        .anyMatch(entry -> !reviewed.contains(entry.record()));
  }

  @Test
  void personalFieldsHoldOnlyInventedPeopleAndFirmsOnlyInventedNames() {
    for (RecordedBooks books : everyTown()) {
      for (Entry entry : books.entries()) {
        ledger(entry).fields().values().forEach(field -> invented(entry, field));
      }
    }
  }

  private static void invented(Entry entry, Field field) {
    String text =
        entry.patch().containsKey(field.name()) ? entry.patch().get(field.name()).asText() : "";
    if (text.isEmpty()) {
      return;
    }
    if (field.type() == FieldType.ENTERPRISE) {
      assertThat(text.startsWith("演示") || text.endsWith("村股份经济合作社")).as(text).isTrue();
    } else if (field.name().equals("id_number")) {
      assertThat(text)
          .startsWith("99")
          .satisfies(number -> assertThat(People.valid(number)).isTrue());
    } else if (field.type() == FieldType.PERSON) {
      assertThat(text).matches(".[甲乙丙丁戊己庚辛壬癸].");
    }
  }
}
