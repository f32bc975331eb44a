package taizhang.prose.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of the class path: one row a line, fields parted by tabs, lines of {@code #} left out.
 * Tab-separated text is chosen over YAML because it needs no parser and so costs a cold start next
 * to nothing.
 */
public final class Table {

  private Table() {}

  /**
   * The rows of a resource beneath {@code /taizhang/prose/}.
   *
   * @param name file name, such as {@code units.tsv}
   * @param columns how many fields each row is filled up to with empty strings
   */
  public static List<String[]> rows(String name, int columns) {
    try (InputStream in = Table.class.getResourceAsStream("/taizhang/prose/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return rows(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String[]> rows(BufferedReader reader, int columns) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (!line.isBlank() && line.charAt(0) != '#') {
        rows.add(fields(line, columns));
      }
    }
    return rows;
  }

  private static String[] fields(String line, int columns) {
    String[] fields = new String[columns];
    int start = 0;
    for (int i = 0; i < columns; i++) {
      int tab = start > line.length() ? -1 : line.indexOf('\t', start);
      int end = tab < 0 ? line.length() : tab;
      fields[i] = start > line.length() ? "" : line.substring(start, end);
      start = end + 1;
    }
    return fields;
  }
}
