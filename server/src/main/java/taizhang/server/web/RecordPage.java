package taizhang.server.web;

import java.util.List;

/**
 * A record on the screen.
 *
 * @param town code of the town
 * @param id its number
 * @param ledger title of its ledger
 * @param area name of its area
 * @param state title of its state, empty where the ledger has none
 * @param notes what to know first: 待审, 已作废
 * @param fields what it holds, in the order of the form
 * @param thread what was entered, newest first
 */
public record RecordPage(
    String town,
    long id,
    String ledger,
    String area,
    String state,
    List<String> notes,
    List<Shown> fields,
    List<Step> thread) {

  public RecordPage {
    notes = List.copyOf(notes);
    fields = List.copyOf(fields);
    thread = List.copyOf(thread);
  }

  /**
   * A field with its value.
   *
   * @param masked true where the value is kept encrypted and not shown
   * @param href where the value leads, empty for nowhere
   */
  public record Shown(String title, String value, boolean masked, String href) {}

  /**
   * One entry of the thread.
   *
   * @param kind 登记, 变更, 更正, 办理, 审核, 作废
   * @param on the day it holds from, empty where it keeps the day
   */
  public record Step(
      long seq,
      String kind,
      String code,
      String on,
      String by,
      String at,
      String reason,
      List<Change> changes) {
    public Step {
      changes = List.copyOf(changes);
    }
  }

  /** A field before and after. */
  public record Change(String title, String was, String now) {}
}
