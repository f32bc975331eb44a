package taizhang.prose;

import taizhang.prose.catalogue.Catalogue;

/**
 * What a reading is told beforehand.
 *
 * @param year the year the report looks back on, or 0 to find it in the text
 * @param catalogue the indicators claims are matched with
 */
public record Options(int year, Catalogue catalogue) {

  /** Nothing told. */
  public static final Options NONE = new Options(0, Catalogue.NONE);
}
