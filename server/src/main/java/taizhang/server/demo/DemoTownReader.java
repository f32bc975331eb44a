package taizhang.server.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import taizhang.books.access.Role;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code town.yaml}. Each village and community has a clerk, each department a clerk and a
 * reviewer; their codes and logins follow from their order.
 */
final class DemoTownReader {

  private static final int FIRST_COMMUNITY = 1;
  private static final int FIRST_VILLAGE = 201;
  private static final int YOUNGEST = 26;
  private static final int OLDEST = 58;

  private final JsonNode yaml;
  private final String county;
  private final String prefix;
  private final String logins;
  private final LocalDate booksFrom;

  private DemoTownReader(JsonNode yaml) {
    this.yaml = yaml;
    this.county = Yaml.text(yaml.path("county"), "code");
    this.prefix = county + Yaml.text(yaml, "division");
    this.logins = Yaml.text(yaml, "logins");
    this.booksFrom = LocalDate.parse(Yaml.text(yaml, "books_from"));
  }

  static DemoTown read(Path file) {
    try {
      return new DemoTownReader(Yaml.read(file)).town();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private DemoTown town() {
    String name = Yaml.text(yaml, "name");
    DemoArea town = new DemoArea(prefix + "000", name, "town", null, 0, logins + "-dangzheng");
    List<DemoArea> areas = new ArrayList<>();
    areas(areas, "communities", "community", FIRST_COMMUNITY, town);
    areas(areas, "villages", "village", FIRST_VILLAGE, town);
    List<DemoTown.Department> departments = new ArrayList<>();
    yaml.path("departments")
        .properties()
        .forEach(
            e -> departments.add(new DemoTown.Department(e.getKey(), e.getValue().asString())));
    return new DemoTown(
        Yaml.text(yaml, "town"),
        name,
        county,
        Yaml.text(yaml.path("county"), "name"),
        town,
        areas,
        departments,
        staff(town, areas, departments),
        Yaml.texts(yaml.path("packs")),
        booksFrom);
  }

  private void areas(List<DemoArea> areas, String key, String level, int first, DemoArea town) {
    int n = 0;
    for (JsonNode node : yaml.path(key)) {
      String code = prefix + three(first + n++);
      areas.add(
          new DemoArea(
              code,
              Yaml.text(node, "name"),
              level,
              town.code(),
              node.path("households").asInt(0),
              logins + "-" + code.substring(9)));
    }
  }

  private List<DemoTown.Staff> staff(
      DemoArea town, List<DemoArea> areas, List<DemoTown.Department> departments) {
    List<DemoTown.Staff> staff = new ArrayList<>();
    for (DemoArea area : areas) {
      staff.add(person(area.clerk(), "", Role.VILLAGE, area.code()));
    }
    for (DemoTown.Department department : departments) {
      String login = logins + "-" + department.key();
      staff.add(person(login, department.name(), Role.DEPARTMENT, town.code()));
      staff.add(person(login + DemoTown.REVIEWER, department.name(), Role.DEPARTMENT, town.code()));
    }
    staff.add(person(logins + "-xiezuo", "", Role.OFFICE, town.code()));
    staff.add(person(logins + "-zhenzhang", "", Role.LEADER, town.code()));
    staff.add(person(logins + "-chayue", "", Role.READER, town.code()));
    staff.add(person(logins + "-guanli", "", Role.SYSTEM, town.code()));
    staff.add(person(logins + "-anquan", "", Role.SECURITY, town.code()));
    staff.add(person(logins + "-shenji", "", Role.AUDITOR, town.code()));
    return staff;
  }

  private DemoTown.Staff person(String login, String department, Role role, String area) {
    Dice dice = Dice.of("staff", login);
    String name = People.of(dice, county, booksFrom, YOUNGEST, OLDEST).name();
    return new DemoTown.Staff(login, name, department, role, area);
  }

  private static String three(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(3 - digits.length()) + digits;
  }
}
