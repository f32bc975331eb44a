package taizhang.server.web.read;

/**
 * Where a text under reading stands.
 *
 * @param town code of the town
 * @param document its number
 * @param version the version shown
 * @param newest the newest version there is
 */
public record ReadAddress(String town, int document, int version, int newest) {

  /** The list of all texts. */
  public String list() {
    return "/" + town + "/read";
  }

  /** The document itself: where forms about it go. */
  public String home() {
    return list() + "/" + document;
  }

  /** This version with a list beside it. */
  public String tab(String tab) {
    return with("tab=" + tab);
  }

  /** A part of a list. */
  public String show(String tab, String show, int page) {
    return with("tab=" + tab + "&show=" + show + (page > 1 ? "&page=" + page : ""));
  }

  /** A mark opened in its list. */
  public String at(String id) {
    return with("at=" + id);
  }

  private String with(String query) {
    return home() + "?" + (version == newest ? "" : "version=" + version + "&") + query;
  }

  /** Another version. */
  public String other(int version) {
    return home() + "?version=" + version;
  }

  /** The page of a record. */
  public String record(long id) {
    return "/" + town + "/records/" + id;
  }
}
