package taizhang.books.posting;

import java.util.Locale;

/** Whether a contribution counts: reviewed, or submitted and waiting for review (待审). */
public enum Stage {
  APPROVED,
  PENDING;

  /** The word in the database and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
