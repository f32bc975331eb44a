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
  VOID;

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
