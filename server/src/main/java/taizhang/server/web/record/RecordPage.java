package taizhang.server.web.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.server.web.Table;

/**
 * A record on the screen.
 *
 * @param town code of the town
 * @param id its number
 * @param ledgerCode full code of its ledger
 * @param ledger title of its ledger
 * @param title what people call it
 * @param area name of its area
 * @param state title of its state, empty where the ledger has none
 * @param notes what to know first: 待审, 已作废
 * @param fields what it holds, in the order of the form
 * @param moves the next moves of its lifecycle
 * @param matter what there is to say of it as a matter, null where it is none
 * @param writes true where the person may enter something about it
 * @param lays true where the person may lay a file beside it
 * @param opens true where the person may see personal fields of it, with a reason
 * @param files what lies beside it
 * @param thread what was entered, newest first
 */
public record RecordPage(
    String town,
    long id,
    String ledgerCode,
    String ledger,
    String title,
    String area,
    String state,
    List<String> notes,
    List<Shown> fields,
    List<Move> moves,
    @Nullable MatterShown matter,
    boolean writes,
    boolean lays,
    boolean opens,
    List<Laid> files,
    List<Step> thread) {

  public RecordPage {
    notes = List.copyOf(notes);
    fields = List.copyOf(fields);
    moves = List.copyOf(moves);
    files = List.copyOf(files);
    thread = List.copyOf(thread);
  }

  /** Where the record is. */
  public String href() {
    return "/" + town + "/records/" + id;
  }

  /** True where a field is hidden that the person could ask to see. */
  public boolean hides() {
    return opens && fields.stream().anyMatch(Shown::masked);
  }

  /**
   * A field with its value.
   *
   * @param masked true where the value is kept encrypted and not shown
   * @param doors where it leads, in its place: the record referred to, its files; empty for nowhere
   */
  public record Shown(String title, String value, boolean masked, List<Table.Door> doors) {
    public Shown {
      doors = List.copyOf(doors);
    }

    /** A value that leads nowhere. */
    static Shown plain(String title, String value) {
      return new Shown(title, value, false, List.of());
    }
  }

  /**
   * A next step of its lifecycle.
   *
   * @param hindrance why the person may not make it, empty where the person may
   * @param action where it is sent at once, empty where a form is filled in first
   */
  public record Move(String name, String title, String hindrance, String action) {
    /** True where the person may make it. */
    public boolean permitted() {
      return hindrance.isEmpty();
    }
  }

  /**
   * A file beside it.
   *
   * @param field title of the field that names it, empty for none
   */
  public record Laid(long seq, String name, String size, String by, String at, String field) {}

  /**
   * One entry of the thread.
   *
   * @param kind 登记, 变更, 更正, 办理, 审核, 退回, 附件, 作废
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
