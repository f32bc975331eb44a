package taizhang.books.conform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of running cases.
 *
 * @param agree number of readings that agree
 * @param differences the others
 */
public record Conformance(int agree, List<Difference> differences) {

  public Conformance {
    differences = List.copyOf(differences);
  }

  /** A reading that was answered otherwise than expected. */
  public record Difference(String name, Case.Reading reading, @Nullable BigDecimal got) {}

  /** Runs cases through the pure core. */
  public static Conformance pure(List<Case> cases) {
    return run(cases, MemoryBooks::new);
  }

  /** Runs each case through books of its own and compares every reading. */
  public static Conformance run(List<Case> cases, Function<Case, CaseBooks> open) {
    int agree = 0;
    List<Difference> differences = new ArrayList<>();
    for (Case one : cases) {
      CaseBooks books = open.apply(one);
      one.log().stream().sorted(Comparator.comparingLong(Case.Item::seq)).forEach(books::append);
      for (Case.Reading reading : one.readings()) {
        BigDecimal got = books.read(reading);
        if (same(got, reading.expect())) {
          agree++;
        } else {
          differences.add(new Difference(one.name(), reading, got));
        }
      }
    }
    return new Conformance(agree, differences);
  }

  private static boolean same(@Nullable BigDecimal got, @Nullable BigDecimal expect) {
    return got == null || expect == null ? got == expect : got.compareTo(expect) == 0;
  }
}
