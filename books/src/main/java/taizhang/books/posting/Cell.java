package taizhang.books.posting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a contribution counts.
 *
 * @param indicator full code
 * @param area the record's area at that day
 * @param starts for a stated value, the first day of its period; else null
 * @param belongs the day it belongs to; for a stated value, the last day of its period
 * @param slice breakdown and value, {@code age_band=60+}; empty for the whole
 * @param key what a distinct indicator counts; for a stated value its comparator and status
 */
public record Cell(
    String indicator,
    String area,
    @Nullable LocalDate starts,
    LocalDate belongs,
    String slice,
    String key) {

  /** True for a value said for exactly one period. */
  public boolean stated() {
    return starts != null;
  }
}
