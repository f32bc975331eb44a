package taizhang.books.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.books.access.Right;
import taizhang.books.access.Role;
import taizhang.books.area.AreaTree;
import taizhang.books.entry.Image;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.books.pack.Who;

/**
 * A person before a matter: whether a lifecycle means this person where it says who.
 *
 * @param who the person with the posts held today
 * @param areas the areas of the town
 */
public record Doer(Clearance who, AreaTree areas) {

  /** Stands between departments where a field names several. */
  public static final String SEPARATOR = "、";

  /**
   * A record as far as it says who deals with it.
   *
   * @param ledger its ledger
   * @param owner department that owns the ledger's pack
   * @param image its fields
   * @param area code of its area
   */
  public record Matter(Ledger ledger, String owner, Image image, @Nullable String area) {}

  /** True where one of those named is this person. */
  public boolean amongst(List<Who> named, Matter matter) {
    return named.stream().anyMatch(one -> is(one, matter));
  }

  /** True where this person is meant. */
  public boolean is(Who named, Matter matter) {
    if (named.role().equals(Who.PERSON)) {
      return named.of() != null && matter.image().text(named.of()).equals(who.login());
    }
    return who.posts().stream().anyMatch(post -> is(post, named, matter, areas));
  }

  /** True where the holder of a post is meant. */
  public static boolean is(Post post, Who named, Matter matter, AreaTree areas) {
    if (named.role().equals(Who.PERSON)) {
      return named.of() != null && matter.image().text(named.of()).equals(post.login());
    }
    Role role = Role.of(named.role());
    if (role != post.role() || !covers(post, matter.area(), areas)) {
      return false;
    }
    String wanted = named.of() == null ? matter.owner() : matter.image().text(named.of());
    return switch (role) {
      case DEPARTMENT -> among(wanted, post.department());
      default -> named.of() == null || among(wanted, post.department());
    };
  }

  /** True where a field that names departments, one or several with 、 between, names this one. */
  public static boolean among(String named, String department) {
    return named.equals(department) || List.of(named.split(SEPARATOR)).contains(department);
  }

  private static boolean covers(Post post, @Nullable String area, AreaTree areas) {
    boolean town = !areas.isEmpty() && areas.root().code().equals(post.area());
    return town || (area != null && areas.path(area).contains(post.area()));
  }

  /** True where this person may make a move, as far as that depends on who it is. */
  public boolean may(Lifecycle.Move move, Matter matter) {
    if (move.by().isEmpty() || isOperator()) {
      return who.may(Right.WRITE, matter.ledger(), matter.area());
    }
    return amongst(move.by(), matter);
  }

  /** Whoever runs the program on the machine holds no post and may do everything. */
  private boolean isOperator() {
    return who.posts().isEmpty() && who.may(Right.SET_UP);
  }

  /** True where the matter names this person's department, or this person. */
  public boolean addressed(Lifecycle lifecycle, Matter matter) {
    return lifecycle.moves().values().stream()
            .flatMap(move -> move.by().stream())
            .anyMatch(named -> named.of() != null && is(named, matter))
        || lifecycle.clocks().values().stream()
            .flatMap(clock -> clock.ladder().stream())
            .flatMap(rung -> rung.tell().stream())
            .anyMatch(named -> named.of() != null && is(named, matter));
  }
}
