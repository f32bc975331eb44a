package taizhang.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Role;
import taizhang.books.entry.EntryKind;

/** What a town's books need before anything is recorded, and what is closed when all is. */
final class Foundation {

  /** Day from which all areas are valid: before anything the books speak of. */
  private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

  private final DemoTown town;

  Foundation(DemoTown town) {
    this.town = town;
  }

  /** Areas, departments and staff. */
  List<Stage> before() {
    return List.of(
        new Stage(administrator(), areas()),
        new Stage(administrator(), departments()),
        new Stage(administrator(), staff()));
  }

  /** The year before the books begin is closed, once what was taken over stands in it. */
  Stage after() {
    LocalDate through = town.booksFrom().minusDays(1);
    Map<String, Content> fields = Map.of("through", Content.of(through));
    return new Stage(
        administrator(),
        List.of(opening("system.closure", 0, town.town().code(), through, fields)));
  }

  private String administrator() {
    return town.holder(Role.SYSTEM);
  }

  private List<Draft> areas() {
    List<DemoArea> all = new ArrayList<>();
    all.add(town.town());
    all.addAll(town.areas());
    List<Draft> drafts = new ArrayList<>();
    for (DemoArea area : all) {
      Map<String, Content> fields = new TreeMap<>();
      fields.put("code", Content.of(area.code()));
      fields.put("name", Content.of(area.name()));
      fields.put("level", Content.of(area.level()));
      fields.put("valid_from", Content.of(ALWAYS));
      if (area.parent() != null) {
        fields.put("parent", Content.of(area.parent()));
      }
      drafts.add(system("system.area", drafts.size(), fields));
    }
    return drafts;
  }

  private List<Draft> departments() {
    List<Draft> drafts = new ArrayList<>();
    for (DemoTown.Department department : town.departments()) {
      Map<String, Content> fields =
          Map.of("key", Content.of(department.key()), "name", Content.of(department.name()));
      drafts.add(system("system.department", drafts.size(), fields));
    }
    return drafts;
  }

  private List<Draft> staff() {
    List<Draft> drafts = new ArrayList<>();
    for (DemoTown.Staff person : town.staff()) {
      Map<String, Content> fields = new TreeMap<>();
      fields.put("login", Content.of(person.login()));
      fields.put("name", Content.of(person.name()));
      fields.put("role", Content.of(person.role().code()));
      fields.put("area", Content.of(person.area()));
      if (!person.department().isEmpty()) {
        fields.put("department", Content.of(person.department()));
      }
      drafts.add(system("system.staff", drafts.size(), fields));
    }
    return drafts;
  }

  private Draft system(String ledger, int n, Map<String, Content> fields) {
    return opening(ledger, n, town.town().code(), town.booksFrom(), fields);
  }

  /** A record opens. */
  static Draft opening(
      String ledger, int n, @Nullable String area, LocalDate on, Map<String, Content> fields) {
    return new Draft(
        new Handle(ledger, n), 0, EntryKind.OPEN, ledger, area, on, on, fields, null, null);
  }
}
