package taizhang.server.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import taizhang.books.figure.Posted;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Packs;
import taizhang.books.posting.Stage;

/** Which figures postings would move, and by how much. */
public final class Movement {

  private Movement() {}

  /** Each indicator that is moved, of one stage. */
  public static List<Moved> of(List<Posted> all, Packs packs) {
    Map<String, List<Posted>> byIndicator = new TreeMap<>();
    for (Posted posted : all) {
      var cell = posted.posting().cell();
      if (cell.slice().isEmpty()) {
        String stage = posted.posting().stage() == Stage.PENDING ? "\u0001" : "\u0000";
        byIndicator.computeIfAbsent(cell.indicator() + stage, i -> new ArrayList<>()).add(posted);
      }
    }
    List<Moved> moved = new ArrayList<>();
    byIndicator.forEach((key, postings) -> {
      Indicator indicator = packs.indicator(key.substring(0, key.length() - 1));
      if (indicator != null) {
        BigDecimal by = amount(indicator.kind(), postings);
        if (by.signum() != 0) {
          moved.add(new Moved(indicator, by, key.endsWith("\u0001")));
        }
      }
    });
    return moved;
  }

  private static BigDecimal amount(IndicatorKind kind, List<Posted> postings) {
    return switch (kind) {
      case FLOW, STOCK, COMPUTED ->
          postings.stream().map(p -> p.posting().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
      case DISTINCT -> BigDecimal.valueOf(keys(postings));
      case STATED ->
          BigDecimal.valueOf(postings.stream().filter(p -> p.posting().mark() > 0).count());
    };
  }

  private static long keys(List<Posted> postings) {
    Map<String, BigDecimal> perKey = new HashMap<>();
    postings.forEach(
        p -> perKey.merge(p.posting().cell().key(), p.posting().amount(), BigDecimal::add));
    return perKey.values().stream().filter(v -> v.signum() != 0).count();
  }
}
