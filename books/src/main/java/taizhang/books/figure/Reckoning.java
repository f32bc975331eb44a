package taizhang.books.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.posting.Posting;
import taizhang.books.posting.Said;
import taizhang.books.posting.Stage;

/**
 * How a figure is read from postings. The database answers the same question from balances; this is
 * what it must agree with.
 */
public final class Reckoning {

  private Reckoning() {}

  /**
   * A stated value that holds.
   *
   * @param value as stated
   * @param said how it is meant
   */
  public record Stated(BigDecimal value, Said said) {}

  /**
   * The figure of a flow, stock or distinct indicator.
   *
   * @param areas codes of the area asked for and all below it
   * @param through last day read
   */
  public static BigDecimal read(
      IndicatorKind kind,
      FigureQuery query,
      Collection<Posted> all,
      Set<String> areas,
      LocalDate through) {
    LocalDate end = query.period().to().isBefore(through) ? query.period().to() : through;
    List<Posting> counted =
        all.stream()
            .filter(p -> counts(p, query) && areas.contains(p.posting().cell().area()))
            .map(Posted::posting)
            .filter(p -> !day(p, query).isAfter(end))
            .filter(
                p -> kind == IndicatorKind.STOCK || !day(p, query).isBefore(query.period().from()))
            .toList();
    return kind == IndicatorKind.DISTINCT
        ? distinct(counted)
        : counted.stream().map(Posting::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean counts(Posted posted, FigureQuery query) {
    Posting posting = posted.posting();
    Long newest = query.at().seq();
    return posting.cell().indicator().equals(query.indicator())
        && posting.cell().slice().equals(query.slice())
        && (newest == null || posted.seq() <= newest)
        && (query.pending() || posting.stage() == Stage.APPROVED);
  }

  private static LocalDate day(Posting posting, FigureQuery query) {
    return query.belongs() ? posting.cell().belongs() : posting.on();
  }

  private static BigDecimal distinct(List<Posting> counted) {
    Map<String, BigDecimal> perKey = new HashMap<>();
    counted.forEach(p -> perKey.merge(p.cell().key(), p.amount(), BigDecimal::add));
    return BigDecimal.valueOf(perKey.values().stream().filter(v -> v.signum() != 0).count());
  }

  /**
   * The value stated for exactly this area and period: of those not withdrawn, the one said last;
   * null where none is.
   */
  public static @Nullable Stated stated(FigureQuery query, Collection<Posted> all, String area) {
    Map<Object, Standing> standing = new HashMap<>();
    for (Posted posted : all) {
      Posting posting = posted.posting();
      if (counts(posted, query)
          && posting.cell().area().equals(area)
          && query.period().from().equals(posting.cell().starts())
          && query.period().to().equals(posting.cell().belongs())) {
        Object one = List.of(posted.record(), posting.cell().key());
        standing.computeIfAbsent(one, k -> new Standing()).add(posted);
      }
    }
    Standing best = null;
    for (Standing one : standing.values()) {
      if (one.marks > 0 && (best == null || Standing.ORDER.compare(one, best) > 0)) {
        best = one;
      }
    }
    return best == null ? null : new Stated(best.value, best.said);
  }

  private static final class Standing {
    /** Said last; of several that one entry moved, that of the newest record. */
    static final Comparator<Standing> ORDER =
        Comparator.comparingLong((Standing s) -> s.seq)
            .thenComparing(s -> s.record)
            .thenComparing(s -> s.said.key());

    BigDecimal value = BigDecimal.ZERO;
    int marks;
    long seq;
    long record;
    Said said = new Said("", "");

    void add(Posted posted) {
      value = value.add(posted.posting().amount());
      marks += posted.posting().mark();
      seq = Math.max(seq, posted.seq());
      record = posted.record();
      said = Said.of(posted.posting().cell().key());
    }
  }
}
