package taizhang.books.pack;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML into a {@link Tree}: one document, no tags, few aliases, at most a million characters.
 * Plain texts mean what YAML 1.2 says (so {@code on} is a text).
 */
final class TreeReader {

  static final int MOST_CHARACTERS = 1_000_000;
  private static final int MOST_PARTS = 100_000;
  private static final int MOST_ALIASES = 50;
  private static final int DEEPEST = 20;
  private static final Set<Tag> PLAIN_TAGS =
      Set.of(
          Tag.MAP,
          Tag.SEQ,
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MERGE,
          new Tag("tag:yaml.org,2002:value"));

  private final String file;
  private final Problems problems;
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int parts;

  private TreeReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The mapping a pack's text holds, or null where it is none, which is then a problem. */
  static Tree.@Nullable Mapping read(PackSource source, Problems problems) {
    return new TreeReader(source.file(), problems).read(source.text());
  }

  private Tree.@Nullable Mapping read(String text) {
    Place start = new Place(file, 1, 1, "");
    try {
      Node root = new Yaml(options()).compose(new StringReader(text));
      Tree tree = root == null ? null : tree(root, start, "");
      if (tree instanceof Tree.Mapping mapping) {
        return mapping;
      }
      problems.add(start, "a pack is a mapping that begins with 'pack: NAME'");
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      problems.add(mark == null ? start : place(mark, ""), "not YAML: " + what(e));
    } catch (YAMLException e) {
      problems.add(start, "not YAML: " + e.getMessage());
    }
    return null;
  }

  private static String what(MarkedYAMLException e) {
    return e.getContext() == null ? e.getProblem() : e.getContext() + ", " + e.getProblem();
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setNestingDepthLimit(DEEPEST);
    options.setAllowRecursiveKeys(false);
    return options;
  }

  private Place place(Mark mark, String path) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1, path);
  }

  private Tree tree(Node node, Place key, String path) {
    if (++parts > MOST_PARTS) {
      throw new YAMLException("more than " + MOST_PARTS + " parts, aliases counted");
    }
    if (!PLAIN_TAGS.contains(node.getTag())) {
      problems.add(
          place(node.getStartMark(), path),
          "packs have no tags, so not '" + node.getTag().getValue() + "'");
    }
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar, path);
    }
    if (!open.add(node)) {
      problems.add(place(node.getStartMark(), path), "an alias inside what it stands for");
      return Tree.Mapping.empty(key);
    }
    Tree tree =
        node instanceof MappingNode mapping
            ? mapping(mapping, key, path)
            : sequence((SequenceNode) node, key, path);
    open.remove(node);
    return tree;
  }

  private Tree scalar(ScalarNode node, String path) {
    ScalarStyle style = node.getScalarStyle();
    boolean plain = style == ScalarStyle.PLAIN && !node.getTag().equals(Tag.STR);
    Mark start = node.getStartMark();
    boolean oneLine = start.getLine() == node.getEndMark().getLine();
    int inset = !oneLine ? -1 : style == ScalarStyle.PLAIN ? 0 : 1;
    return new Tree.Scalar(place(start, path), node.getValue(), plain, inset);
  }

  private Tree sequence(SequenceNode node, Place key, String path) {
    List<Tree> items = new ArrayList<>();
    for (Node item : node.getValue()) {
      String inside = path + "[" + items.size() + "]";
      items.add(tree(item, place(item.getStartMark(), inside), inside));
    }
    return new Tree.Sequence(key, items);
  }

  private Tree mapping(MappingNode node, Place key, String path) {
    SequencedMap<String, Tree> items = new LinkedHashMap<>();
    Map<String, Place> keys = new HashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
        problems.add(place(tuple.getKeyNode().getStartMark(), path), "a key is a plain word");
        continue;
      }
      String inside = path.isEmpty() ? name.getValue() : path + "." + name.getValue();
      Place at = place(name.getStartMark(), inside);
      Place before = keys.putIfAbsent(name.getValue(), at);
      if (before == null) {
        items.put(name.getValue(), tree(tuple.getValueNode(), at, inside));
      } else {
        problems.add(at, "'" + name.getValue() + "' stands here already, on line " + before.line());
      }
    }
    return new Tree.Mapping(key, items, keys);
  }
}
