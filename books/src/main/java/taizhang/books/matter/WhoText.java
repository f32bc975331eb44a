package taizhang.books.matter;

import java.util.List;
import java.util.stream.Collectors;
import taizhang.books.access.Role;
import taizhang.books.pack.Lifecycle;
import taizhang.books.pack.Who;

/** Who, as the screen says it. */
public final class WhoText {

  private WhoText() {}

  /** One that a lifecycle names: 党政办, 承办站所办, 承办人. */
  public static String of(Who who) {
    if (who.role().equals(Who.PERSON)) {
      return "承办人";
    }
    Role role = Role.of(who.role());
    String title = role == null ? who.role() : role.title();
    return who.of() == null ? title : "承办" + title;
  }

  /** All of some. */
  public static String of(List<Who> named) {
    return named.stream().map(WhoText::of).distinct().collect(Collectors.joining("、"));
  }

  /** Who may make a move. */
  public static String of(Lifecycle.Move move) {
    return move.by().isEmpty() ? "有登记权限的人员" : of(move.by());
  }
}
