package taizhang.server.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a panel's own links lead: the page it stands on, told what to show.
 *
 * @param page the page's address with what it always names
 * @param close where closing leads, empty where the panel is the page
 */
public record PanelLinks(String page, String close) {

  /** The panel at another area; empty for the whole town. */
  public String area(String code) {
    return code.isEmpty() ? page : with("area", code);
  }

  /** Another page of the sources. */
  public String sources(String area, int number) {
    String to = with("page", Integer.toString(number));
    return area.isEmpty() ? to : to + "&area=" + encoded(area);
  }

  private String with(String name, String value) {
    return page + (page.contains("?") ? "&" : "?") + name + "=" + encoded(value);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
