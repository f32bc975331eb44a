package taizhang.server.web.record;

import java.util.List;

/**
 * A form in which something is entered.
 *
 * @param town code of the town
 * @param action where it is sent
 * @param back where giving up leads
 * @param ledger title of the ledger
 * @param title what is entered about
 * @param as what is said: open, change, correct, void or move:NAME
 * @param heading what the form is called
 * @param hint what it is for
 * @param submit what its button says
 * @param beside date, area and reason
 * @param fields what the ledger asks for
 * @param extra fields that may be filled but need not
 * @param versions which of the earlier entries can be corrected; empty where none is chosen
 * @param of the one chosen
 * @param key idempotency key
 * @param seen newest entry of the record that the form was filled in over, empty for a new one
 * @param told what is wrong
 * @param conflicts what others set meanwhile
 * @param kept when it was kept as a draft, empty where it is fresh
 * @param moved which figures it would move, where that is known already
 */
public record EnterPage(
    String town,
    String action,
    String back,
    String ledger,
    String title,
    String as,
    String heading,
    String hint,
    String submit,
    List<Input> beside,
    List<Input> fields,
    List<Input> extra,
    List<Input.Option> versions,
    String of,
    String key,
    String seen,
    Told told,
    List<Conflict> conflicts,
    boolean kept,
    List<Moving> moved) {

  public EnterPage {
    beside = List.copyOf(beside);
    fields = List.copyOf(fields);
    extra = List.copyOf(extra);
    versions = List.copyOf(versions);
    conflicts = List.copyOf(conflicts);
    moved = List.copyOf(moved);
  }

  /** A field that somebody else set meanwhile. */
  public record Conflict(String title, String was, String now, String typed) {}

  /** True where files can be chosen in it. */
  public boolean files() {
    return fields.stream().anyMatch(in -> in.kind().equals("files"))
        || extra.stream().anyMatch(in -> in.kind().equals("files"));
  }

  /** True where the one question is asked: did the world change, or was the book wrong. */
  public boolean asks() {
    return as.equals("change") || as.equals("correct");
  }

  /** True where what follows cannot be taken back by another entry. */
  public boolean dangerous() {
    return as.equals("void");
  }
}
