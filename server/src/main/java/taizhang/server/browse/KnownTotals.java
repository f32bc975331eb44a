package taizhang.server.browse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Totals computed already, each good until the books have a newer entry. */
final class KnownTotals {

  private static final int KEPT = 500;

  private record Known(long newest, Totals totals) {}

  private final Map<String, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > KEPT;
        }
      };

  Totals of(String mark, long newest, Supplier<Totals> work) {
    Known before = find(mark);
    if (before != null && before.newest() == newest) {
      return before.totals();
    }
    Totals totals = work.get();
    keep(mark, new Known(newest, totals));
    return totals;
  }

  private synchronized @Nullable Known find(String mark) {
    return known.get(mark);
  }

  private synchronized void keep(String mark, Known computed) {
    known.put(mark, computed);
  }
}
