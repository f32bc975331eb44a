package taizhang.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML files of the demonstration; what is wrong is said with the file. */
final class Yaml {

  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Yaml() {}

  static JsonNode read(Path file) {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  static String text(JsonNode node, String key) {
    String text = optional(node, key);
    if (text == null) {
      throw new IllegalArgumentException("'" + key + "' is missing in " + node);
    }
    return text;
  }

  static @Nullable String optional(JsonNode node, String key) {
    return node.hasNonNull(key) ? node.get(key).asString() : null;
  }

  static String text(JsonNode node, String key, String otherwise) {
    String text = optional(node, key);
    return text == null ? otherwise : text;
  }

  static List<String> texts(JsonNode node) {
    return each(node, JsonNode::asString);
  }

  /** The parts of a list, or the one part that is no list; nothing where absent. */
  static <T> List<T> each(@Nullable JsonNode node, Function<JsonNode, T> reading) {
    List<T> parts = new ArrayList<>();
    if (node != null && node.isArray()) {
      node.forEach(part -> parts.add(reading.apply(part)));
    } else if (node != null && !node.isMissingNode() && !node.isNull()) {
      parts.add(reading.apply(node));
    }
    return parts;
  }
}
