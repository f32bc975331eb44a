package taizhang.server.web.setup;

import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/** Refuses a page to who may not do what it is for. */
final class Permission {

  private Permission() {}

  static void check(Clearance who, Right right, String chinese, String english) {
    if (!who.may(right)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, chinese, english);
    }
  }
}
