package taizhang.server.web.ledger;

import java.util.List;

/**
 * The form beside the table in which one field of one record is entered.
 *
 * @param action where it is sent
 * @param back the table it belongs to
 * @param record number of the record
 * @param name what the record is called
 * @param seen the record's newest entry when the form was opened
 * @param was what stood in the field then
 * @param now what stands in the field by now where somebody else was faster, else empty
 * @param stale true where somebody else was faster
 * @param problems what is wrong with what was typed
 */
public record CellForm(
    String action,
    String back,
    long record,
    String name,
    long seen,
    String was,
    String now,
    boolean stale,
    Edit edit,
    ValueInput input,
    List<String> problems) {

  public CellForm {
    problems = List.copyOf(problems);
  }
}
