package taizhang.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.FileRef;
import taizhang.books.entry.Value;

/** The files that a field of a record names, each to be taken home. */
public final class FileDoors {

  private FileDoors() {}

  /**
   * The files of a value.
   *
   * @param record address of the record that they lie beside
   */
  public static List<Table.Door> of(String record, @Nullable Value value) {
    return FileRef.of(value).stream()
        .map(file -> new Table.Door(file.name(), record + "/files/" + file.digest(), true))
        .toList();
  }
}
