package taizhang.books.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import taizhang.books.area.AreaTree;
import taizhang.books.pack.Classification;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Packs;

/**
 * What one person may see and do in one town: the one predicate of access. A post grants a right on
 * a record where the record's area lies in the post's subtree and the record's ledger belongs to
 * the post's department; a person with several posts may do what any of them grants.
 */
public final class Clearance {

  private static final Set<Right> ALL = EnumSet.allOf(Right.class);

  /** Stated values and targets are of all departments: their indicators belong to many packs. */
  private static final Set<String> COMMON = Set.of("system.stated", "system.target");

  private static final Set<String> REPORTS_OWN =
      Set.of("report.version", "report.assignment", "report.comment", "report.ruling");

  private final String town;
  private final String login;
  private final String name;
  private final List<Post> posts;
  private final AreaTree areas;
  private final Packs packs;
  private final boolean operator;
  private final Set<Right> allowed;

  private Clearance(
      String town,
      String login,
      String name,
      List<Post> posts,
      AreaTree areas,
      Packs packs,
      boolean operator,
      Set<Right> allowed) {
    this.town = town;
    this.login = login;
    this.name = name;
    this.posts = List.copyOf(posts);
    this.areas = areas;
    this.packs = packs;
    this.operator = operator;
    this.allowed = Set.copyOf(allowed);
  }

  /** Of a person with the posts held today. */
  public static Clearance of(
      String town, String login, String name, List<Post> posts, AreaTree areas, Packs packs) {
    return new Clearance(town, login, name, posts, areas, packs, false, ALL);
  }

  /** Of whoever runs the program on the machine itself: all of it. */
  public static Clearance operator(String town, AreaTree areas, Packs packs) {
    return new Clearance(town, "operator", "本机操作", List.of(), areas, packs, true, ALL);
  }

  /** The same person through a token that allows no more than this. */
  public Clearance limitedTo(Right first, Right... others) {
    return new Clearance(
        town, login, name, posts, areas, packs, operator, EnumSet.of(first, others));
  }

  /**
   * True where a ledger's records are entered by the report's own rules alone: no post lets its
   * holder enter them as records, nor move them on.
   */
  public static boolean reportsOwn(String ledger) {
    return REPORTS_OWN.contains(ledger);
  }

  /** Code of the town. */
  public String town() {
    return town;
  }

  public String login() {
    return login;
  }

  /** The person's name. */
  public String name() {
    return name;
  }

  /** The posts held. */
  public List<Post> posts() {
    return posts;
  }

  /** True where the person may do this anywhere in the town. */
  public boolean may(Right right) {
    return allowed.contains(right)
        && (operator || posts.stream().anyMatch(post -> post.role().grants(right)));
  }

  /** True where the person may do this to the records of a ledger in some area. */
  public boolean may(Right right, Ledger ledger) {
    return operator || posts.stream().anyMatch(post -> grants(post, right, ledger));
  }

  /**
   * True where the person may do this to a record.
   *
   * @param area where the record stands; null for one without an area, which belongs to the town
   */
  public boolean may(Right right, Ledger ledger, @Nullable String area) {
    return operator
        || posts.stream().anyMatch(post -> grants(post, right, ledger) && covers(post, area));
  }

  /** True where the person may read an indicator's figure at an area. */
  public boolean reads(Indicator indicator, String area) {
    String pack = indicator.code().substring(0, indicator.code().indexOf('.'));
    return operator
        || posts.stream()
            .anyMatch(post ->
                grants(post, Right.READ) && post.covers(packs.owner(pack)) && covers(post, area));
  }

  /** True where the person may see a record's fields of a classification in the clear. */
  public boolean reveals(Ledger ledger, @Nullable String area, Classification classification) {
    return switch (classification) {
      case OPEN -> may(Right.READ, ledger, area);
      case PERSONAL -> may(Right.REVEAL, ledger, area);
      case SENSITIVE -> may(Right.REVEAL_SENSITIVE, ledger, area);
    };
  }

  /** True where the person may read the town's affairs as a whole, such as its report in draft. */
  public boolean readsTown() {
    return operator
        || posts.stream()
            .anyMatch(
                post -> post.role().grants(Right.READ) && post.area().equals(areas.root().code()));
  }

  /** The areas, highest first, in which the person may do this to the records of a ledger. */
  public List<String> areas(Right right, Ledger ledger) {
    if (operator) {
      return List.of(areas.root().code());
    }
    return posts.stream()
        .filter(post -> grants(post, right, ledger))
        .map(Post::area)
        .distinct()
        .toList();
  }

  /** All that the person may do this to, as sets; what a query asks for its rows. */
  public List<Reach> reach(Right right) {
    if (operator) {
      return List.of(
          new Reach(ledgers().map(Ledger::code).collect(Collectors.toSet()), Set.of(), true));
    }
    List<Reach> reach = new ArrayList<>();
    for (Post post : posts) {
      Set<String> ledgers =
          ledgers()
              .filter(ledger -> grants(post, right, ledger))
              .map(Ledger::code)
              .collect(Collectors.toSet());
      boolean everywhere = isTown(post.area());
      if (!ledgers.isEmpty()) {
        reach.add(
            new Reach(
                ledgers,
                everywhere ? Set.of() : Set.copyOf(areas.within(post.area())),
                everywhere));
      }
    }
    return reach;
  }

  private boolean grants(Post post, Right right) {
    return allowed.contains(right) && post.role().grants(right);
  }

  /** Who writes a ledger reads it too: areas are renamed by somebody who reads no business. */
  private boolean grants(Post post, Right right, Ledger ledger) {
    boolean reads = right == Right.READ;
    return (grants(post, right, ledger.code()) || reads && grants(post, Right.WRITE, ledger.code()))
        && (COMMON.contains(ledger.code()) || post.covers(packs.owner(ledger.pack())));
  }

  private boolean grants(Post post, Right right, String ledger) {
    Right needed = needed(right, ledger);
    return needed != null && grants(post, needed);
  }

  /**
   * The ledgers the books themselves go by are not written with the right to write business. The
   * report is read before it is public by those who work on it; its outline is the writer's, and
   * what is said and settled about it is entered by the report's own rules alone: null for nobody.
   */
  private static @Nullable Right needed(Right right, String ledger) {
    return switch (ledger) {
      case "system.staff" -> Right.APPOINT;
      case "system.adoption", "system.area", "system.department" ->
          right == Right.READ ? right : Right.SET_UP;
      case "system.closure" -> right == Right.READ ? right : Right.CLOSE;
      case "report.document" -> right == Right.READ ? Right.DRAFTS : Right.REPORT;
      default -> {
        boolean own = reportsOwn(ledger);
        yield own && right == Right.READ ? Right.DRAFTS : own ? null : right;
      }
    };
  }

  private boolean covers(Post post, @Nullable String area) {
    return isTown(post.area()) || (area != null && areas.path(area).contains(post.area()));
  }

  private boolean isTown(String area) {
    return !areas.isEmpty() && areas.root().code().equals(area);
  }

  /** Also those that are declared no longer: their records are read on. */
  private Stream<Ledger> ledgers() {
    return Stream.concat(
        packs.packs().stream().flatMap(pack -> pack.ledgers().values().stream()),
        packs.former().stream());
  }
}
