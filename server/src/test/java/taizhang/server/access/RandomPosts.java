package taizhang.server.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import taizhang.books.access.Role;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.SystemLedger;

/**
 * Random people with random posts over random records of two departments, and who may read which of
 * them by a plain reading of the rules.
 */
public final class RandomPosts {

  /** The town. */
  public static final String TOWN = "alpha";

  /** Its areas: the town, two villages, three grids. */
  public static final List<String> AREAS = List.of("T", "V", "W", "V1", "V2", "W1");

  /** Packs, each with a ledger {@code thing}, and the departments that keep them. */
  public static final Map<String, String> OWNER = Map.of("roads", "建设办", "homes", "民政办");

  private static final LocalDate DAY = LocalDate.of(2023, 5, 1);
  private static final int PEOPLE = 40;
  private static final int RECORDS = 60;
  private static final List<String> GRIDS = List.of("V1", "V2", "W1");
  private static final Map<String, String> PARENT =
      Map.of("V", "T", "W", "T", "V1", "V", "V2", "V", "W1", "W");

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, List<Held>> people = new TreeMap<>();

  /** A record as the rules see it. */
  private record Row(long id, String pack, String area) {}

  /** A post as the rules see it. */
  private record Held(Role role, String area, String department, boolean over) {}

  private RandomPosts() {}

  /** Enters records and posts into a town that has the two packs and the areas. */
  public static RandomPosts enter(Entries entries) {
    RandomPosts all = new RandomPosts();
    Random random = new Random(20231120);
    for (int n = 0; n < RECORDS; n++) {
      String pack = random.nextBoolean() ? "roads" : "homes";
      String area = GRIDS.get(random.nextInt(GRIDS.size()));
      Map<String, Value> fields = Map.of("name", Value.of("第" + n + "处"));
      Submission opening = Submission.open(pack + ".thing", area, DAY, fields);
      all.rows.add(new Row(entries.append(TOWN, "seed", opening).record(), pack, area));
    }
    for (int n = 0; n < PEOPLE; n++) {
      all.appoint(entries, "p" + n, random);
    }
    return all;
  }

  /** The declaration of one of the two packs. */
  public static String pack(String name) {
    return """
    pack: %s
    title: %s
    owner: %s
    ledgers:
      thing:
        title: 处所
        lives_at: grid
        fields:
          name: {title: 名称, type: text, required: true}
        post:
          - {to: things}
    indicators:
      things: {title: %s处所数, unit: 处, kind: stock}
    """
        .formatted(name, name, OWNER.get(name), name);
  }

  private void appoint(Entries entries, String login, Random random) {
    List<Held> held = new ArrayList<>();
    for (int posts = 1 + random.nextInt(2); posts > 0; posts--) {
      Role role = Role.values()[random.nextInt(Role.values().length)];
      String area = AREAS.get(random.nextInt(AREAS.size()));
      String department = List.of("", "建设办", "民政办").get(random.nextInt(3));
      boolean over = random.nextInt(5) == 0;
      try {
        entries.append(TOWN, "seed", post(login, role, area, department, over));
        held.add(new Held(role, area, department, over));
      } catch (Refusal twiceTheSameOrTwoAdministrators) {
        posts--;
      }
    }
    people.put(login, held);
  }

  private static Submission post(
      String login, Role role, String area, String department, boolean over) {
    Map<String, Value> fields =
        new TreeMap<>(
            Map.of(
                "login", Value.of(login),
                "name", Value.of(login),
                "role", Value.of(role.code()),
                "area", Value.of(area),
                "from", Value.of("2020-01-01")));
    if (!department.isEmpty()) {
      fields.put("department", Value.of(department));
    }
    if (over) {
      fields.put("until", Value.of("2023-12-31"));
    }
    return Submission.open(SystemLedger.STAFF, "T", null, fields);
  }

  /** Logins of the people. */
  public Set<String> people() {
    return people.keySet();
  }

  /** The posts of a person, for a message. */
  public String posts(String login) {
    return login + " " + people.get(login);
  }

  /** Numbers of all records. */
  public List<Long> records() {
    return rows.stream().map(Row::id).toList();
  }

  /** Numbers of a pack's records. */
  public List<Long> records(String pack) {
    return rows.stream().filter(row -> row.pack().equals(pack)).map(Row::id).toList();
  }

  /** Numbers of a pack's records that a person may read. */
  public Set<Long> readable(String login, String pack) {
    List<Held> posts = people.getOrDefault(login, List.of());
    return rows.stream()
        .filter(row -> row.pack().equals(pack) && sees(posts, row))
        .map(Row::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean sees(List<Held> posts, Row row) {
    return posts.stream()
        .anyMatch(post -> {
          boolean reads = !Set.of(Role.SYSTEM, Role.SECURITY, Role.AUDITOR).contains(post.role());
          boolean inside = false;
          for (String area = row.area(); area != null; area = PARENT.get(area)) {
            inside |= area.equals(post.area());
          }
          boolean own =
              post.department().isEmpty() || post.department().equals(OWNER.get(row.pack()));
          return reads && !post.over() && inside && own;
        });
  }
}
