package taizhang.books.entry;

import java.util.Locale;

/** What an entry says about its record. */
public enum EntryKind {
  /** The record begins. */
  OPEN,
  /** The world changed (变更), from a date on. */
  CHANGE,
  /** The book was wrong (更正): a named version is mended. */
  CORRECT,
  /** A transition of the record's lifecycle, at its date. */
  MOVE,
  /** Everything said so far is reviewed (审核). */
  REVIEW,
  /** The record was entered by mistake (作废). */
  VOID,
  /**
   * What waits for review is sent back (退回), with the reason; it counts as before, as waiting,
   * until it is mended and reviewed.
   */
  RETURN,
  /** A file is laid beside the record, or taken away again (附件). Says nothing of its fields. */
  ATTACH;

  /** True where nothing waits once it stands last: all is reviewed, or sent back. */
  public boolean settled() {
    return this == REVIEW || this == RETURN;
  }

  /** True where it says nothing about the world: it makes no version of the record. */
  public boolean silent() {
    return this == REVIEW || this == RETURN || this == ATTACH;
  }

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The word in entries, in the database and in the API. */
  public String code() {
    return code;
  }

  /** Reads {@link #code()}. */
  public static EntryKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
