package taizhang.books.posting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Value;
import taizhang.books.pack.Amount;
import taizhang.books.pack.Condition;
import taizhang.books.pack.Delay;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.PostingRule;

/** Single records with random entries, and rules of every kind to post them by. */
public final class Records {

  private static final List<Field> FIELDS =
      List.of(
          Field.of("persons", "人数", FieldType.INTEGER),
          Field.of("paid", "已付", FieldType.YES_NO),
          Field.of("crop", "作物", FieldType.TEXT));

  /** Rules of every kind; the stated one reads the fields {@code period} and {@code persons}. */
  public static final List<PostingRule> RULES =
      List.of(
          rule("households", IndicatorKind.STOCK).when("state == 'enrolled'").slice("crop").build(),
          rule("persons", IndicatorKind.STOCK).amount("persons").when("state != 'gone'").build(),
          rule("lifted", IndicatorKind.FLOW).onEnter("lifted").build(),
          rule("aid", IndicatorKind.FLOW).amount("aid * 0.1").on("paid_on").when("paid").build(),
          rule("aided", IndicatorKind.DISTINCT).key("head").on("paid_on").slice("crop").build(),
          rule("overdue", IndicatorKind.STOCK).on("paid_on").when("!paid").build(),
          rule("by_{crop}", IndicatorKind.FLOW).on("paid_on").build(),
          rule("output", IndicatorKind.STATED).amount("persons").period("period").build());

  private final Random random;
  private final List<Entry> entries = new ArrayList<>();

  private Records(long seed) {
    random = new Random(seed);
  }

  /** As many records, each by its entries in the order of seq. */
  public static Stream<List<Entry>> random(int count) {
    return LongStream.range(0, count).mapToObj(seed -> new Records(seed).record(true));
  }

  /** Records of which nothing was ever corrected, reviewed or void. */
  public static Stream<List<Entry>> unmended(int count) {
    return LongStream.range(0, count).mapToObj(seed -> new Records(seed).record(false));
  }

  private List<Entry> record(boolean mended) {
    add(EntryKind.OPEN, null, area(), day(), "enrolled");
    int more = random.nextInt(9);
    for (int n = 0; n < more; n++) {
      int dice = random.nextInt(mended ? 12 : 7);
      switch (dice) {
        case 0, 1, 2, 3 -> add(EntryKind.CHANGE, null, dice == 0 ? area() : null, day(), null);
        case 4, 5, 6 -> add(EntryKind.MOVE, null, null, day(), pick("lifted", "enrolled", "gone"));
        case 7, 8, 9 -> correct();
        case 10 -> add(EntryKind.REVIEW, null, null, null, null);
        default -> correct();
      }
    }
    return entries;
  }

  private void correct() {
    List<Long> versions = versions(entries);
    Long of = random.nextBoolean() ? versions.get(random.nextInt(versions.size())) : null;
    String area = random.nextInt(4) == 0 ? area() : null;
    add(EntryKind.CORRECT, of, area, random.nextInt(4) == 0 ? day() : null, null);
  }

  /** The seqs a correction may name. */
  public static List<Long> versions(List<Entry> entries) {
    return entries.stream()
        .filter(e -> List.of(EntryKind.OPEN, EntryKind.CHANGE, EntryKind.MOVE).contains(e.kind()))
        .map(Entry::seq)
        .toList();
  }

  private void add(
      EntryKind kind,
      @Nullable Long of,
      @Nullable String area,
      @Nullable LocalDate on,
      @Nullable String state) {
    boolean silent = kind == EntryKind.REVIEW;
    entries.add(entry(entries.size() + 1, kind, of, area, on, silent ? Map.of() : patch(), state));
  }

  /** An entry of record 1. */
  public static Entry entry(
      long seq,
      EntryKind kind,
      @Nullable Long of,
      @Nullable String area,
      @Nullable LocalDate on,
      Map<String, Value> patch,
      @Nullable String state) {
    return new Entry(
        "town",
        seq,
        "laws.record",
        1,
        kind,
        of,
        area,
        on,
        patch,
        state,
        0,
        "王",
        Instant.EPOCH,
        null,
        "test",
        null);
  }

  private Map<String, Value> patch() {
    Map<String, Value> all = new TreeMap<>();
    all.put("persons", Value.of(random.nextInt(7)));
    all.put("aid", Value.of(new BigDecimal(random.nextInt(100_000)).movePointLeft(2)));
    all.put("paid", Value.of(random.nextBoolean()));
    all.put("paid_on", Value.of(day()));
    all.put("head", Value.of("P" + random.nextInt(3)));
    all.put("crop", Value.of(pick("rice", "wheat")));
    all.put("period", Value.of(pick("2023", "2023-Q1")));
    all.keySet().removeIf(name -> random.nextBoolean());
    return all;
  }

  private String area() {
    return pick("V1", "V2", "W1");
  }

  private LocalDate day() {
    return LocalDate.of(2023, 1, 1).plusDays(random.nextInt(365));
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }

  /** A rule posting 1 to an indicator. */
  public static RuleBuilder rule(String to, IndicatorKind kind) {
    return new RuleBuilder(to, kind);
  }

  /** Says what is unlike the plainest rule. */
  public static final class RuleBuilder {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> slices = new LinkedHashMap<>();
    private final IndicatorKind kind;

    private RuleBuilder(String to, IndicatorKind kind) {
      texts.put("to", to);
      this.kind = kind;
    }

    private RuleBuilder with(String part, String text) {
      texts.put(part, text);
      return this;
    }

    public RuleBuilder amount(String text) {
      return with("amount", text);
    }

    public RuleBuilder on(String field) {
      return with("on", field);
    }

    /** Days after the date, or the field holding them. */
    public RuleBuilder after(String days) {
      return with("after", days);
    }

    private Delay delay() {
      String after = texts.getOrDefault("after", "0");
      return Character.isDigit(after.charAt(0))
          ? new Delay(Integer.parseInt(after), null)
          : new Delay(0, after);
    }

    public RuleBuilder onEnter(String state) {
      return with("on_enter", state);
    }

    public RuleBuilder when(String condition) {
      return with("when", condition);
    }

    public RuleBuilder key(String field) {
      return with("key", field);
    }

    public RuleBuilder period(String field) {
      return with("period", field);
    }

    public RuleBuilder comparator(String field) {
      return with("comparator", field);
    }

    public RuleBuilder status(String field) {
      return with("status", field);
    }

    public RuleBuilder slice(String field) {
      slices.put(field, field);
      return this;
    }

    public PostingRule build() {
      return new PostingRule(
          texts.getOrDefault("to", ""),
          kind,
          Amount.parse(texts.getOrDefault("amount", "1")),
          texts.get("on"),
          delay(),
          texts.get("on_enter"),
          texts.containsKey("when")
              ? Condition.compile(texts.getOrDefault("when", ""), FIELDS)
              : Condition.ALWAYS,
          texts.get("key"),
          slices,
          texts.get("period"),
          texts.get("comparator"),
          texts.get("status"));
    }
  }
}
