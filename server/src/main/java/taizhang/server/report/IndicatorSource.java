package taizhang.server.report;

import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Indicator;

/** What a town's packs declare. */
@FunctionalInterface
public interface IndicatorSource {

  /** The indicator of a full code, null where no pack of the town declares it. */
  @Nullable Indicator find(String town, String code);
}
