package taizhang.server.report;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Indicator;

/** What a town's packs declare. */
@FunctionalInterface
public interface IndicatorSource {

  /** Finds an indicator by its full code; null where no pack of the town declares it. */
  Function<String, @Nullable Indicator> of(String town);
}
