package taizhang.prose.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * A catalogue kept in a file: tab-separated lines of code, title, aliases parted by {@code |},
 * unit; or a JSON array of objects with {@code code}, {@code title}, {@code aliases}, {@code unit}.
 */
public final class CatalogueFile {

  private CatalogueFile() {}

  /**
   * Reads a catalogue.
   *
   * @throws IOException when the file cannot be read or is neither
   */
  public static Catalogue read(Path path) throws IOException {
    String text = Files.readString(path, StandardCharsets.UTF_8);
    return new Catalogue(text.stripLeading().startsWith("[") ? json(text) : table(text));
  }

  private static List<Indicator> table(String text) throws IOException {
    List<Indicator> indicators = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!line.isBlank() && line.charAt(0) != '#') {
        String[] fields = line.split("\t", -1);
        if (fields.length < 2) {
          throw new IOException("no tab in: " + line);
        }
        String aliases = fields.length > 2 ? fields[2].strip() : "";
        List<String> names = aliases.isEmpty() ? List.of() : List.of(aliases.split("\\|"));
        indicators.add(
            new Indicator(
                fields[0].strip(),
                fields[1].strip(),
                names,
                fields.length > 3 ? fields[3].strip() : ""));
      }
    }
    return indicators;
  }

  private static List<Indicator> json(String text) throws IOException {
    List<Indicator> indicators = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          indicators.add(indicator(parser));
        }
      }
    } catch (JacksonException e) {
      throw new IOException(e.getMessage(), e);
    }
    return indicators;
  }

  private static Indicator indicator(JsonParser parser) throws IOException {
    String code = "";
    String title = "";
    String unit = "";
    List<String> aliases = new ArrayList<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "code" -> code = parser.getString();
        case "title" -> title = parser.getString();
        case "unit" -> unit = value == JsonToken.VALUE_NULL ? "" : parser.getString();
        case "aliases" -> strings(parser, aliases);
        default -> parser.skipChildren();
      }
    }
    if (code.isEmpty() || title.isEmpty()) {
      throw new IOException("an indicator without code or title");
    }
    return new Indicator(code, title, List.copyOf(aliases), unit);
  }

  private static void strings(JsonParser parser, List<String> into) {
    while (parser.nextToken() == JsonToken.VALUE_STRING) {
      into.add(parser.getString());
    }
  }
}
