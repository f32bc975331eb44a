package taizhang.books.pack;

import java.util.List;
import java.util.stream.Collectors;

/** Markdown in the making: lines, lists and rows of tables. */
final class HandoverText {

  private final StringBuilder text = new StringBuilder();

  void list(String head, List<String> items) {
    if (!items.isEmpty()) {
      line("");
      line(head + "：");
      line("");
      items.forEach(item -> line("* " + item));
    }
  }

  static String row(String... cells) {
    return List.of(cells).stream()
        .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  void line(String line) {
    text.append(line).append('\n');
  }

  /** All of it, ending in one line feed. */
  String markdown() {
    return text.toString().stripTrailing() + "\n";
  }
}
