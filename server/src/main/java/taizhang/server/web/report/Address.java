package taizhang.server.web.report;

/**
 * Where a report stands.
 *
 * @param town code of the town
 * @param version the version shown, 0 for the draft
 */
public record Address(String town, int year, int version) {

  /** The report's own address, without what is shown of it. */
  public String report() {
    return "/" + town + "/reports/" + year;
  }

  /** The paper. */
  public String paper() {
    return version == 0 ? report() : report() + "?version=" + version;
  }

  /** The paper with something opened beside it. */
  public String with(String name, Object value) {
    return paper() + (version == 0 ? "?" : "&") + name + "=" + value;
  }

  /** A number opened. */
  public String figure(int n) {
    return with("figure", n);
  }

  /** A paragraph opened. */
  public String paragraph(String id) {
    return with("paragraph", id);
  }

  /** Where forms about a paragraph go. */
  public String passage(String id) {
    return report() + "/paragraphs/" + id;
  }

  /** The file to take away. */
  public String file() {
    return report() + ".docx" + (version == 0 ? "" : "?version=" + version);
  }
}
