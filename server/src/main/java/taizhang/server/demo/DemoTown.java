package taizhang.server.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import taizhang.books.access.Role;

/**
 * A town of the demonstration.
 *
 * @param code short code, such as liuzhuang
 * @param name 留庄镇
 * @param county six digits of its county
 * @param countyName 微山县
 * @param town the town's own area
 * @param areas villages and communities below it
 * @param departments who answers for ledgers
 * @param staff who works there, clerks included
 * @param packs the fields of work it keeps
 * @param booksFrom day the books begin; what stood before is entered as of the day before
 */
public record DemoTown(
    String code,
    String name,
    String county,
    String countyName,
    DemoArea town,
    List<DemoArea> areas,
    List<Department> departments,
    List<Staff> staff,
    List<String> packs,
    LocalDate booksFrom) {

  /** Ends the login of who reviews. */
  static final String REVIEWER = "-sh";

  public DemoTown {
    areas = List.copyOf(areas);
    departments = List.copyOf(departments);
    staff = List.copyOf(staff);
    packs = List.copyOf(packs);
  }

  /**
   * A department (站所办).
   *
   * @param key lower-case code
   * @param name as its sign has it
   */
  public record Department(String key, String name) {}

  /**
   * A person who works for the town.
   *
   * @param login name to sign in with
   * @param name the person's name
   * @param department name of the department, empty for village clerks
   * @param role kind of post
   * @param area code of the area answered for
   */
  public record Staff(String login, String name, String department, Role role, String area) {}

  /** Statistical code of the town's own area. */
  public String root() {
    return town.code();
  }

  /** Name of a department by its key. */
  String department(String key) {
    return departments.stream()
        .filter(d -> d.key().equals(key))
        .map(Department::name)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(code + " has no department '" + key + "'"));
  }

  /** Login of the person who enters for a department. */
  String clerk(String key) {
    return login(key, login -> !login.endsWith(REVIEWER));
  }

  /** Login of the person who reviews for a department. */
  String reviewer(String key) {
    return login(key, login -> login.endsWith(REVIEWER));
  }

  /** Login of the first person in a role. */
  String holder(Role role) {
    return staff.stream()
        .filter(s -> s.role() == role)
        .map(Staff::login)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(code + " has no " + role));
  }

  private String login(String key, Predicate<String> wanted) {
    String name = department(key);
    return staff.stream()
        .filter(s -> s.department().equals(name) && wanted.test(s.login()))
        .map(Staff::login)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has nobody for this"));
  }
}
