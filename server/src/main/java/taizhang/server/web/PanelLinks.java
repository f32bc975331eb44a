package taizhang.server.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import taizhang.books.figure.FigureQuery;

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

  /** The address of a figure's own page. */
  public static String figure(String town, FigureQuery query) {
    StringBuilder href = new StringBuilder("/" + town + "/figures/" + encoded(query.indicator()));
    href.append("?period=").append(encoded(query.period().toString()));
    if (query.at().seq() != null) {
      href.append("&seq=").append(query.at().seq());
    }
    if (query.at().day() != null) {
      href.append("&day=").append(query.at().day());
    }
    if (!query.slice().isEmpty()) {
      href.append("&slice=").append(encoded(query.slice()));
    }
    if (query.area() != null) {
      href.append("&area=").append(encoded(query.area()));
    }
    return href.toString();
  }

  private String with(String name, String value) {
    return page + (page.contains("?") ? "&" : "?") + name + "=" + encoded(value);
  }

  /** A text as it stands in an address. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
