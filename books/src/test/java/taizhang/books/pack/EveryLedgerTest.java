package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;

/**
 * Goal: a clerk can make an entry in every ledger of every pack; no rules contradict each other.
 * Method: fills the required fields, or all, with plain values; some such filling is taken. Dates
 * follow each other in the order of the form.
 */
class EveryLedgerTest {

  private static final LocalDate TODAY = LocalDate.of(2023, 6, 15);

  /** A way to fill a form: all fields or the required ones, which code, which number, which yes. */
  private record Filling(boolean all, int code, int number, boolean yes) {}

  private static final Packs PACKS = Packs.read(Path.of("..", "packs"));

  static Stream<String> ledgers() {
    return PACKS.packs().stream().flatMap(pack -> pack.ledgers().keySet().stream());
  }

  @ParameterizedTest
  @MethodSource("ledgers")
  void takesAnEntryOfPlainValues(String code) {
    Ledger ledger = Objects.requireNonNull(PACKS.ledger(code));
    Set<String> refusals = new TreeSet<>();
    for (Filling filling : fillings()) {
      String refusal = refusal(ledger, filling);
      if (refusal == null) {
        return;
      }
      refusals.add(refusal);
    }
    assertThat(refusals).as(code).isEmpty();
  }

  private static List<Filling> fillings() {
    List<Filling> fillings = new ArrayList<>();
    for (boolean all : new boolean[] {false, true}) {
      for (int code = 0; code < 3; code++) {
        for (int number = 0; number < 2; number++) {
          fillings.add(new Filling(all, code, number, true));
          fillings.add(new Filling(all, code, number, false));
        }
      }
    }
    return fillings;
  }

  /** What is wrong with the form so filled; null where it is taken. */
  private static @Nullable String refusal(Ledger ledger, Filling filling) {
    Map<String, Value> patch = new TreeMap<>();
    for (Field field : ledger.fields().values()) {
      boolean given = ledger.isCopied(field.name()) || ledger.isDerived(field.name());
      if (!given && (field.required() || filling.all())) {
        patch.put(field.name(), value(field, filling, TODAY.minusDays(300 - patch.size())));
      }
    }
    Lifecycle lifecycle = ledger.lifecycle();
    String state = lifecycle == null ? "" : lifecycle.initial();
    List<Object> problems = new ArrayList<>(Acceptance.ofPatch(ledger, patch));
    problems.addAll(Acceptance.ofImage(ledger, Image.EMPTY.with(patch), state, TODAY));
    return problems.isEmpty() ? null : problems.toString();
  }

  private static Value value(Field field, Filling filling, LocalDate day) {
    return switch (field.type()) {
      case INTEGER, DECIMAL, MONEY, QUANTITY, PERCENT ->
          Value.of(
              field.min() == null || field.min().signum() == 0
                  ? Integer.toString(filling.number())
                  : field.min().toPlainString());
      case DATE -> Value.of(day);
      case TIME -> Value.of("09:30");
      case PERIOD -> Value.of("2023");
      case YES_NO -> Value.of(filling.yes());
      case CODE -> {
        List<String> codes = List.copyOf(field.codes().keySet());
        yield Value.of(codes.get(Math.min(filling.code(), codes.size() - 1)));
      }
      case REF -> Value.of("1");
      case PHONE -> Value.of("0538-1234567");
      case FILE, PHOTO -> new Value.Listing(List.of());
      default -> Value.of("演示");
    };
  }
}
