package taizhang.books.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A post that a person holds (岗位).
 *
 * @param login whose
 * @param name the person's name
 * @param role what kind
 * @param area code of the area whose whole subtree it covers
 * @param department the department whose ledgers it covers, empty for those of all
 * @param from first day, null for always
 * @param until last day, null for open end
 */
public record Post(
    String login,
    String name,
    Role role,
    String area,
    String department,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {

  /** True where it is held on a day. */
  public boolean heldOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }

  /** True where it covers what a department answers for. */
  boolean covers(String owner) {
    return department.isEmpty() || department.equals(owner);
  }
}
