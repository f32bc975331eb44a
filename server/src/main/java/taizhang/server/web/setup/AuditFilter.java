package taizhang.server.web.setup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What of the audit trail is shown, as its form says it.
 *
 * @param tab {@code seen} or {@code entered}
 * @param login name or login, empty for everybody
 * @param act what kind, empty for all
 * @param from first day, empty for the beginning
 * @param to last day, empty for today
 */
public record AuditFilter(String tab, String login, String act, String from, String to) {

  /** Kinds of what is done beyond entering. */
  private static final List<String> SEEN =
      List.of(
          "sign-in",
          "reveal",
          "export",
          "print",
          "download",
          "refused",
          "password",
          "disable",
          "enable",
          "token",
          "verify");

  private static final List<String> ENTERED =
      List.of("open", "change", "correct", "move", "review", "return", "attach", "void");

  /** The kinds to choose from. */
  public List<String> acts() {
    return tab.equals("entered") ? ENTERED : SEEN;
  }

  /** True where something is chosen. */
  public boolean narrow() {
    return !(login + act + from + to).isEmpty();
  }

  /** As the query of an address. */
  public String query() {
    return "tab="
        + tab
        + "&login="
        + coded(login)
        + "&act="
        + coded(act)
        + "&from="
        + from
        + "&to="
        + to;
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
