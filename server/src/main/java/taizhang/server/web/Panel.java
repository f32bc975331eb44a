package taizhang.server.web;

import java.util.List;

/**
 * What stands behind a figure (数据): its value and caliber, its parts, its areas and its sources.
 *
 * @param number its number on the report, 0 where it stands alone
 * @param town code of the town, for links to records
 * @param title the indicator's title
 * @param words as printed in the report, else as officials write it
 * @param value in full, in the base unit; — where there is none
 * @param unit base unit
 * @param facts terms and what they are: period, area, caliber, authority, as of
 * @param parts figures a computed one is made of
 * @param areas figures of the areas below
 * @param area code of the area shown, empty for the whole town
 * @param sources one page of what was entered
 * @param postings how many sources there are
 * @param entries how many entries they come from
 * @param hidden how many more sources there are that the person may not see
 * @param page this page of sources, from 1
 * @param pages number of pages
 * @param links where its links lead
 */
public record Panel(
    int number,
    String town,
    String title,
    String words,
    String value,
    String unit,
    List<Fact> facts,
    List<Part> parts,
    List<Slice> areas,
    String area,
    List<SourceLine> sources,
    long postings,
    long entries,
    long hidden,
    int page,
    int pages,
    PanelLinks links) {

  public Panel {
    facts = List.copyOf(facts);
    parts = List.copyOf(parts);
    areas = List.copyOf(areas);
    sources = List.copyOf(sources);
  }

  /** A term and what it is. */
  public record Fact(String term, String text) {}

  /** A figure that another is computed from, with the page it stands on. */
  public record Part(String title, String words, String href) {}

  /**
   * The same figure at an area below.
   *
   * @param share width of its bar in percent of the greatest
   */
  public record Slice(String name, String value, int share, String href) {}

  /**
   * One source of the figure.
   *
   * @param day the day it stands in
   * @param about its ledger and what the entry said
   * @param late true where it belongs to an earlier, closed period (补报)
   * @param record the record it opens to
   */
  public record SourceLine(
      String day,
      String area,
      String about,
      String amount,
      boolean pending,
      boolean late,
      long record,
      String by,
      String at,
      String reason) {}
}
