package taizhang.server.web.record;

import java.util.List;
import java.util.Objects;
import taizhang.books.entry.FileRef;

/**
 * One thing to fill in.
 *
 * @param name of the input
 * @param title what the screen calls it
 * @param kind text, long, number, date, time, tel, choice, select, pick, files
 * @param value what stands in it
 * @param shown of a pick, what the value is called
 * @param must true where it may not stay empty
 * @param sealed true for personal fields, which are never shown again unasked
 * @param unit what numbers count
 * @param help what to put there
 * @param options what there is to choose from
 * @param pick where what can be picked is looked for, or where chosen files are sent
 * @param most how many files may be chosen
 * @param bad what is wrong with it
 */
public record Input(
    String name,
    String title,
    String kind,
    String value,
    String shown,
    boolean must,
    boolean sealed,
    String unit,
    String help,
    List<Option> options,
    String pick,
    int most,
    List<String> bad) {

  public Input {
    options = List.copyOf(options);
    bad = List.copyOf(bad);
  }

  /** What is asked beside the fields of the ledger. */
  static Input beside(
      String name,
      String title,
      String kind,
      String value,
      boolean must,
      String help,
      List<String> bad) {
    return new Input(name, title, kind, value, "", must, false, "", help, List.of(), "", 0, bad);
  }

  Input offering(List<Option> choices) {
    return new Input(
        name, title, kind, value, shown, must, sealed, unit, help, choices, pick, most, bad);
  }

  /** Something to choose. */
  public record Option(String value, String title) {}

  /** The same where it may not stay empty. */
  Input needed() {
    return new Input(
        name, title, kind, value, shown, true, sealed, unit, help, options, pick, most, bad);
  }

  /** Where what is wrong with it stands. */
  public String badId() {
    return "bad-" + name.replace('.', '-');
  }

  /** The files that stand in it. */
  public List<FileRef> files() {
    return value.lines().map(FileRef::parse).filter(Objects::nonNull).toList();
  }

  /** True where it needs the whole width. */
  public boolean wide() {
    return kind.equals("long");
  }
}
