package taizhang.server.web;

import org.jspecify.annotations.Nullable;
import taizhang.server.report.Composition;
import taizhang.server.report.Pinned;

/**
 * A report on the screen.
 *
 * @param version the circulated version shown, null for the draft as it reads now
 * @param href its address
 */
public record ReportShown(Composition report, @Nullable Pinned version, String href) {

  /** The address with a number opened. */
  public String opened(int n) {
    return opened(href, n);
  }

  static String opened(String href, int n) {
    return href + (href.contains("?") ? "&" : "?") + "figure=" + n;
  }

  /** The file to take away. */
  public String file() {
    int query = href.indexOf('?');
    return query < 0 ? href + ".docx" : href.substring(0, query) + ".docx" + href.substring(query);
  }

  /** Day and place in the books its numbers were read at. */
  public String asOf() {
    return Labels.day(report.day()) + "，至第" + report.seq() + "号登记";
  }

  /** What the version is called: 第2稿 · 征求意见; the draft where there is none. */
  public String stage() {
    return version == null ? "草稿 · 此刻" : stage(version);
  }

  /** What a version is called. */
  public static String stage(Pinned version) {
    return "第" + version.number() + "稿 · " + Labels.state(version.state());
  }
}
