package taizhang.server.reading;

import java.time.Instant;

/**
 * A version of a text that was given to the reader (送校文稿).
 *
 * @param document its number in the town; versions of one document share it
 * @param version from 1
 * @param name what its giver called it
 * @param year the year it looks back on, 0 to find it in the text
 * @param sha256 of the file as given, in hexadecimal
 * @param chars how long its text is
 * @param by login of who gave it
 * @param at when
 */
public record Manuscript(
    int document,
    int version,
    String name,
    int year,
    String sha256,
    int chars,
    String by,
    Instant at) {

  /** The name without the ending of a file. */
  public String title() {
    return name.replaceFirst("(?i)\\.(txt|docx)$", "");
  }
}
