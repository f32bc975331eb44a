package taizhang.server.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Clearance;
import taizhang.server.town.Town;

/**
 * That somebody was let into a town's pages.
 *
 * @param who what the person may see and do there
 */
record Admission(Town town, Clearance who) {

  private static final String NAME = Admission.class.getName();

  void keep(HttpServletRequest request) {
    request.setAttribute(NAME, this);
  }

  /** The admission of a request, null outside the pages of a town. */
  static @Nullable Admission of(HttpServletRequest request) {
    return request.getAttribute(NAME) instanceof Admission admission ? admission : null;
  }
}
