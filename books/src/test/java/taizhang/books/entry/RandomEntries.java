package taizhang.books.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries nobody would write, with every letter that has ever broken a format. */
final class RandomEntries {

  private static final List<String> LETTERS =
      List.of(
          "a",
          "Z",
          "0",
          " ",
          "\"",
          "\\",
          "/",
          "\b",
          "\f",
          "\n",
          "\r",
          "\t",
          "\u0000",
          "\u001f",
          "\u007f",
          "\u0080",
          "\u2028",
          "\u2029",
          "\ufeff",
          "\ufffd",
          "\uffff",
          "\ue000",
          "é",
          "e\u0301",
          "镇",
          "亩",
          "\ud83d\ude00",
          "\ud840\udc00",
          "'",
          "<",
          "&",
          "ſ",
          "İ");

  private final RandomGenerator random;

  RandomEntries(long seed) {
    random = new Random(seed);
  }

  static Stream<Entry> seeded(long seed, int count) {
    RandomEntries entries = new RandomEntries(seed);
    return Stream.generate(entries::next).limit(count);
  }

  private Entry next() {
    return new Entry(
        text(),
        random.nextLong(1, 1L << 50),
        text(),
        random.nextLong(1, 1L << 50),
        EntryKind.values()[random.nextInt(EntryKind.values().length)],
        maybe(() -> random.nextLong(1, 1L << 50)),
        maybe(this::text),
        maybe(this::day),
        patch(),
        maybe(this::text),
        random.nextLong(0, 1L << 50),
        text(),
        instant(),
        maybe(this::text),
        text(),
        maybe(this::text));
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private String text() {
    return IntStream.range(0, random.nextInt(12))
        .mapToObj(i -> LETTERS.get(random.nextInt(LETTERS.size())))
        .reduce("", String::concat);
  }

  private LocalDate day() {
    return LocalDate.of(1900, 1, 1).plusDays(random.nextInt(80_000));
  }

  private Instant instant() {
    return Instant.parse("1960-01-01T00:00:00Z")
        .plus(random.nextLong(0, 5_000_000_000_000_000L), ChronoUnit.MICROS);
  }

  private Map<String, Value> patch() {
    Map<String, Value> patch = new TreeMap<>();
    IntStream.range(0, random.nextInt(6)).forEach(i -> patch.put(text(), value()));
    return patch;
  }

  private Value value() {
    return switch (random.nextInt(5)) {
      case 0 -> Value.of(random.nextBoolean());
      case 1 -> Value.cleared();
      case 2 -> new Value.Listing(Stream.generate(this::text).limit(random.nextInt(4)).toList());
      case 3 -> Value.of(random.nextLong());
      default -> Value.of(text());
    };
  }
}
