package taizhang.books.area;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A node of the area tree (区域). A code never changes its parent and is never used again: an area
 * that is moved or merged ends, and a successor with its own code begins.
 *
 * @param code statistical code; for a village 12 digits, for a grid 15
 * @param name as signs and seals have it
 * @param level county, town, village, community, grid
 * @param parent code of the area above, null for the town itself
 * @param validFrom first day, null where it was always there
 * @param validTo last day, null while it lasts
 * @param successor code of the area that goes on for it, null where none
 */
public record Area(
    String code,
    String name,
    String level,
    @Nullable String parent,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String successor) {

  /** True on days the area exists. */
  public boolean on(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }
}
