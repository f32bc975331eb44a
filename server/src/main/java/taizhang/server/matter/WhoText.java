package taizhang.server.matter;

import taizhang.books.access.Role;
import taizhang.books.pack.Who;

/** Who, as the screen says it. */
final class WhoText {

  private WhoText() {}

  static String of(Who who) {
    if (who.role().equals(Who.PERSON)) {
      return "承办人";
    }
    Role role = Role.of(who.role());
    String title = role == null ? who.role() : role.title();
    return who.of() == null ? title : "承办" + title;
  }
}
