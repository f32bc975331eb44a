package taizhang.server.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line that two papers do not have alike.
 *
 * @param paragraph its mark, empty for a heading
 * @param words the line in stretches that both have, that only the earlier and only the later has
 */
public record VersionChange(String paragraph, List<TextDiff.Stretch> words) {

  public VersionChange {
    words = List.copyOf(words);
  }

  /** True where only the later paper has it. */
  public boolean added() {
    return words.stream().allMatch(w -> w.kind() == TextDiff.Kind.ADDED);
  }

  /** True where only the earlier paper has it. */
  public boolean removed() {
    return words.stream().allMatch(w -> w.kind() == TextDiff.Kind.REMOVED);
  }

  /** The differences of two papers in reading order; paragraphs are matched by their marks. */
  public static List<VersionChange> between(Composition before, Composition after) {
    Map<String, String> earlier = lines(before);
    Map<String, String> later = lines(after);
    List<VersionChange> changes = new ArrayList<>();
    later.forEach((key, text) -> {
      String was = earlier.getOrDefault(key, "");
      if (!was.equals(text)) {
        changes.add(new VersionChange(mark(key), TextDiff.of(was, text)));
      }
    });
    earlier.forEach((key, text) -> {
      if (!later.containsKey(key)) {
        changes.add(new VersionChange(mark(key), TextDiff.of(text, "")));
      }
    });
    return changes;
  }

  private static String mark(String key) {
    return key.startsWith("#") ? "" : key;
  }

  /** By mark; headings by what they are and their turn. */
  private static Map<String, String> lines(Composition report) {
    Map<String, String> lines = new LinkedHashMap<>();
    Map<Composition.Kind, Integer> turns = new LinkedHashMap<>();
    for (Composition.Line line : report.lines()) {
      String key = line.paragraph();
      if (key.isEmpty()) {
        key = "#" + line.kind() + turns.merge(line.kind(), 1, Integer::sum);
      }
      lines.put(key, line.text());
    }
    return lines;
  }
}
