package taizhang.server.report;

/**
 * Somebody else wrote a paragraph while it was being written: nothing was kept of the later text,
 * which its writer still holds.
 */
public final class StaleParagraph extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** As it stands now; both empty where it was taken out. */
  private final String lead;

  private final String text;

  StaleParagraph(String lead, String text) {
    super("the paragraph was written by somebody else meanwhile");
    this.lead = lead;
    this.text = text;
  }

  public String lead() {
    return lead;
  }

  public String text() {
    return text;
  }
}
