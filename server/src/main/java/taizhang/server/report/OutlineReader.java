package taizhang.server.report;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import taizhang.books.period.Period;

/**
 * Reads an outline and knows the line of everything in it.
 *
 * <pre>
 * title: 政府工作报告        town: liuzhuang      year: 2023
 * period: 2023              # what citations read; optional, else the year
 * session: 2024年1月在……会议上   presenter: ……    salutation: 各位代表：
 * opening: [paragraph, …]
 * chapters:
 *   - title: ……             # numbered 一、二、 by itself
 *     paragraphs: [paragraph, …]
 *     sections: [{title: ……, paragraphs: [paragraph, …]}]   # （一）（二）
 * closing: [paragraph, …]
 * </pre>
 *
 * A paragraph is a text, or {@code {id: p1, lead: ……。, text: ……}} where a short heading runs into
 * its first line. Line breaks inside a text are no spaces.
 */
public final class OutlineReader {

  private static final List<String> KEYS =
      List.of(
          "title",
          "town",
          "year",
          "period",
          "session",
          "presenter",
          "salutation",
          "opening",
          "chapters",
          "closing");

  private final String file;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Set<String> marks = new HashSet<>();

  private OutlineReader(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws taizhang.books.refusal.Refusal naming every mistake with its line
   */
  public static Outline read(Path path) throws IOException {
    return read(path.toString(), Files.readString(path));
  }

  /**
   * Reads a text.
   *
   * @param file what messages call it
   */
  public static Outline read(String file, String text) {
    OutlineReader reader = new OutlineReader(file);
    Outline outline = reader.outline(text);
    if (outline == null || !reader.mistakes.isEmpty()) {
      throw Mistake.refusal(reader.mistakes);
    }
    return outline;
  }

  private @Nullable Outline outline(String text) {
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      mistakes.add(new Mistake(file, line, "不是 YAML：" + e.getProblem()));
      return null;
    }
    if (root == null) {
      mistakes.add(new Mistake(file, 1, "大纲是空的"));
      return null;
    }
    Map<String, Node> top = mapping(root, KEYS, List.of("title", "town", "year", "chapters"));
    Integer year = year(root, top.get("year"));
    Period period = year == null ? null : period(top.get("period"), year);
    if (year == null || period == null) {
      return null;
    }
    return new Outline(
        file,
        text,
        scalar(top.get("title")),
        scalar(top.get("town")),
        year,
        period,
        scalar(top.get("session")),
        scalar(top.get("presenter")),
        scalar(top.get("salutation")),
        paragraphs(top.get("opening"), "o"),
        chapters(items(top.get("chapters"))),
        paragraphs(top.get("closing"), "z"));
  }

  private List<Outline.Chapter> chapters(List<Node> nodes) {
    List<Outline.Chapter> chapters = new ArrayList<>();
    for (Node node : nodes) {
      chapters.add(chapter(node, (chapters.size() + 1) + "-"));
    }
    return chapters;
  }

  private @Nullable Integer year(Node root, @Nullable Node node) {
    String text = scalar(node);
    if (!text.matches("\\d{4}")) {
      wrong(node == null ? root : node, "year 应为四位数字");
      return null;
    }
    return Integer.valueOf(text);
  }

  private @Nullable Period period(@Nullable Node node, int year) {
    if (node == null) {
      return Period.year(year);
    }
    try {
      return Period.parse(scalar(node));
    } catch (IllegalArgumentException e) {
      wrong(node, "period：" + e.getMessage());
      return null;
    }
  }

  private Outline.Chapter chapter(Node node, String place) {
    Map<String, Node> map =
        mapping(node, List.of("title", "paragraphs", "sections"), List.of("title"));
    List<Outline.Section> sections = new ArrayList<>();
    for (Node section : items(map.get("sections"))) {
      sections.add(section(section, place + (sections.size() + 1) + "-"));
    }
    return new Outline.Chapter(
        scalar(map.get("title")), paragraphs(map.get("paragraphs"), place), sections);
  }

  private Outline.Section section(Node node, String place) {
    Map<String, Node> map = mapping(node, List.of("title", "paragraphs"), List.of("title"));
    return new Outline.Section(scalar(map.get("title")), paragraphs(map.get("paragraphs"), place));
  }

  private List<Outline.Paragraph> paragraphs(@Nullable Node node, String place) {
    List<Outline.Paragraph> paragraphs = new ArrayList<>();
    for (Node item : items(node)) {
      paragraphs.add(paragraph(item, place + (paragraphs.size() + 1)));
    }
    return paragraphs;
  }

  private Outline.Paragraph paragraph(Node node, String place) {
    if (node instanceof ScalarNode text) {
      return new Outline.Paragraph(mark(node, place), "", pieces(text));
    }
    Map<String, Node> map = mapping(node, List.of("id", "lead", "text"), List.of("text"));
    Node text = map.get("text");
    String id = scalar(map.get("id"));
    return new Outline.Paragraph(
        mark(node, id.isEmpty() ? place : id),
        scalar(map.get("lead")),
        text instanceof ScalarNode s ? pieces(s) : List.of());
  }

  private String mark(Node node, String id) {
    if (!id.matches("[a-z0-9-]{1,20}")) {
      wrong(node, "段落标记 id 应为小写字母、数字和横线，最多20个：" + id);
    } else if (!marks.add(id)) {
      wrong(node, "段落标记 id 重复：" + id);
    }
    return id;
  }

  /** Parts prose from citations. */
  private List<Outline.Piece> pieces(ScalarNode node) {
    List<Outline.Piece> pieces = new ArrayList<>();
    String text = node.getValue();
    boolean literal = node.getScalarStyle() == ScalarStyle.LITERAL;
    int line = node.getStartMark().getLine() + (literal ? 2 : 1);
    int from = 0;
    while (from < text.length()) {
      int open = text.indexOf("{{", from);
      String words = text.substring(from, open < 0 ? text.length() : open);
      words(words, line, literal ? 1 : 0, pieces);
      if (open < 0) {
        break;
      }
      line += literal ? breaks(words) : 0;
      int close = text.indexOf("}}", open);
      if (close < 0) {
        mistakes.add(new Mistake(file, line, "引用以 {{ 开头，没有 }}"));
        break;
      }
      String source = text.substring(open + 2, close);
      cite(source, line, pieces);
      line += literal ? breaks(source) : 0;
      from = close + 2;
    }
    return pieces;
  }

  private void cite(String source, int line, List<Outline.Piece> pieces) {
    try {
      pieces.add(CitationSyntax.read(source, line));
    } catch (IllegalArgumentException e) {
      mistakes.add(new Mistake(file, line, "{{" + source.strip() + "}}: " + e.getMessage()));
    }
  }

  private static int breaks(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  /** Prose by lines of the file, so that a finding in it can name its line. */
  private static void words(String text, int line, int step, List<Outline.Piece> pieces) {
    int at = line;
    for (String part : text.split("\\n", -1)) {
      if (!part.isBlank()) {
        pieces.add(new Outline.Words(part.strip(), at));
      }
      at += step;
    }
  }

  private Map<String, Node> mapping(Node node, List<String> allowed, List<String> required) {
    Map<String, Node> found = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      wrong(node, "这里应是映射，可用的键：" + String.join(", ", allowed));
      return found;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = scalar(tuple.getKeyNode());
      if (!allowed.contains(key)) {
        wrong(tuple.getKeyNode(), "没有键“" + key + "”，可用：" + String.join(", ", allowed));
      }
      found.put(key, tuple.getValueNode());
    }
    for (String key : required) {
      if (!found.containsKey(key)) {
        wrong(node, "缺少键“" + key + "”");
      }
    }
    return found;
  }

  private List<Node> items(@Nullable Node node) {
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    wrong(node, "这里应是列表");
    return List.of();
  }

  private static String scalar(@Nullable Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }

  private void wrong(Node node, String message) {
    mistakes.add(new Mistake(file, node.getStartMark().getLine() + 1, message));
  }
}
