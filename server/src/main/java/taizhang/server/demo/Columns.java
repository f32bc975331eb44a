package taizhang.server.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Value;
import taizhang.books.period.Period;

/** Fills one field of all rows of a group at once, so that totals and quotas hold over them. */
final class Columns {
  private final Made of;
  private final Map<String, Made> made;
  private final Persons persons;
  private final DemoTown town;

  Columns(DemoTown town, Made of, Map<String, Made> made, Persons persons) {
    this.town = town;
    this.of = of;
    this.made = made;
    this.persons = persons;
  }

  /**
   * The contents of a field.
   *
   * @param rows the rows to fill
   * @param days for a later step, the day of each row; else empty
   */
  List<Content> fill(String field, Recipe recipe, List<Row> rows, List<LocalDate> days) {
    Dice dice = Dice.of(town.code(), of.group().name(), field);
    return switch (recipe) {
      case Recipe.Quota quota -> quota(quota, rows, dice);
      case Recipe.Split split -> split(split, rows, dice);
      case Recipe.Day(Period period, Rhythm rhythm) ->
          rhythm.days(period, rows.size(), dice).stream().map(Content::of).toList();
      case Recipe.StepDay() -> days.stream().map(Content::of).toList();
      case Recipe.Choice(List<Value> options, List<Double> weights) -> {
        double[] odds = weights.stream().mapToDouble(Double::doubleValue).toArray();
        yield each(rows, row -> Content.of(options.get(dice.weighted(odds))));
      }
      default -> each(rows, row -> one(field, recipe, row, dice));
    };
  }

  /** What a recipe makes for one row, whatever the others hold. */
  private Content one(String field, Recipe recipe, Row row, Dice dice) {
    return switch (recipe) {
      case Recipe.Constant(Value value) -> Content.of(value);
      case Recipe.Between between -> Content.of(number(between(between, dice)));
      case Recipe.DayOfMonth day -> Content.of(ofMonth(day, row, dice));
      case Recipe.After after -> Content.of(after(after, row, dice));
      case Recipe.MonthEnd() -> Content.of(month(row).atEndOfMonth());
      case Recipe.Each(String dimension) -> Content.of(of(dimension, row));
      case Recipe.Pattern(String text) -> Content.of(pattern(text, row));
      case Recipe.Ref ref -> ref(ref, row, dice);
      case Recipe.Base() -> new Content.Pointer(about(row));
      case Recipe.Copy(String name) -> ofBase(row, name);
      case Recipe.Shift(List<BigDecimal> by) ->
          Content.of(number(shown(field, row).add(dice.pick(by))));
      case Recipe.Household() -> Content.of(persons.household(of, row));
      case Recipe.Head(String part) -> Content.of(persons.head(of, row, part));
      case Recipe.Person person -> Content.of(persons.own(of, row, person));
      case Recipe.Firm(String trade) ->
          Content.of(Firms.of(trade, town.code(), town.county(), of.group().name(), row.n()));
      default -> throw new IllegalStateException(recipe + " fills all rows at once");
    };
  }

  private static List<Content> each(List<Row> rows, Function<Row, Content> content) {
    List<Content> column = new ArrayList<>(rows.size());
    rows.forEach(row -> column.add(content.apply(row)));
    return column;
  }

  private static Value number(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return Value.of(bare.scale() < 0 ? bare.setScale(0) : bare);
  }

  private List<Content> quota(Recipe.Quota quota, List<Row> rows, Dice dice) {
    List<Content> contents = new ArrayList<>();
    for (int i = 0; i < quota.options().size(); i++) {
      for (int k = 0; k < quota.counts().get(i); k++) {
        contents.add(Content.of(quota.options().get(i)));
      }
    }
    if (contents.size() != rows.size()) {
      throw new IllegalArgumentException(
          "quotas of " + contents.size() + " for " + rows.size() + " records");
    }
    List<Content> column = new ArrayList<>();
    for (int n : dice.shuffled(contents.size())) {
      column.add(contents.get(n));
    }
    return column;
  }

  private List<Content> split(Recipe.Split split, List<Row> rows, Dice dice) {
    boolean bySize = of.group().rows().areas().kind().equals("each");
    double[] weights = new double[rows.size()];
    for (int i = 0; i < weights.length; i++) {
      Row row = rows.get(i);
      double size = bySize ? Math.max(row.area().households(), 1) : 1;
      double season =
          split.rhythm() == null || row.month() == null ? 1 : split.rhythm().weight(row.month());
      weights[i] = size * season * dice.factor(split.spread());
    }
    List<Content> column = new ArrayList<>();
    for (BigDecimal amount : Shares.amounts(split, weights)) {
      column.add(Content.of(number(amount)));
    }
    return column;
  }

  private static BigDecimal between(Recipe.Between between, Dice dice) {
    long steps = between.high().subtract(between.low()).divide(between.step()).longValueExact();
    return between.low().add(between.step().multiply(BigDecimal.valueOf(dice.between(0, steps))));
  }

  private static LocalDate ofMonth(Recipe.DayOfMonth day, Row row, Dice dice) {
    YearMonth month = month(row);
    Period part = new Period(month.atDay(day.first()), month.atDay(Math.min(day.last(), 28)));
    return Rhythm.day(month, part, dice);
  }

  private LocalDate after(Recipe.After after, Row row, Dice dice) {
    LocalDate start =
        after.field().startsWith("about.")
            ? LocalDate.parse(ofBase(row, after.field().substring(6)).text())
            : of.date(after.field(), row.n());
    return later(after, start, dice);
  }

  /** A day some days after another, inside the period asked for. */
  static LocalDate later(Recipe.After after, LocalDate start, Dice dice) {
    LocalDate day = start.plusDays(dice.between(after.least(), after.most()));
    Period within = after.within();
    if (within == null) {
      return day;
    }
    LocalDate first = start.isAfter(within.from()) ? start : within.from();
    if (day.isBefore(first) || day.isAfter(within.to())) {
      LocalDate low = first.isAfter(within.to()) ? within.to() : first;
      return LocalDate.ofEpochDay(dice.between(low.toEpochDay(), within.to().toEpochDay()));
    }
    return day;
  }

  private static YearMonth month(Row row) {
    return Objects.requireNonNull(row.month(), "the group has no months");
  }

  private String of(String dimension, Row row) {
    return switch (dimension) {
      case "month" -> month(row).toString();
      case "day" -> Objects.requireNonNull(row.day(), "the group has no days").toString();
      case "area" -> row.area().code();
      default -> row.value();
    };
  }

  private String pattern(String text, Row row) {
    String number = Integer.toString(row.n() + 1);
    String padded = "0".repeat(Math.max(0, 4 - number.length())) + number;
    String month = row.month() == null ? "" : row.month().toString();
    return text.replace("{n:4}", padded)
        .replace("{n}", number)
        .replace("{area}", row.area().name())
        .replace("{month}", month)
        .replace("{value}", row.value());
  }

  private Content ref(Recipe.Ref ref, Row row, Dice dice) {
    Made target = Objects.requireNonNull(made.get(ref.group()), "no group " + ref.group());
    int count = target.rows().size();
    if (ref.since() == null || ref.before() == null) {
      return new Content.Pointer(new Handle(ref.group(), dice.below(count)));
    }
    LocalDate day = of.date(ref.before(), row.n());
    List<Integer> fit = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      if (!target.date(ref.since(), n).isAfter(day)) {
        fit.add(n);
      }
    }
    if (fit.isEmpty()) {
      throw new IllegalArgumentException("nothing of " + ref.group() + " is there on " + day);
    }
    return new Content.Pointer(new Handle(ref.group(), dice.pick(fit)));
  }

  private static Handle about(Row row) {
    return Objects.requireNonNull(row.about(), "the group is about nothing");
  }

  private Content ofBase(Row row, String field) {
    @Nullable Handle base = about(row);
    return Objects.requireNonNull(made.get(base.group())).column(field).get(base.n());
  }

  private BigDecimal shown(String field, Row row) {
    return new BigDecimal(of.column(field).get(row.n()).text());
  }
}
