package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published pages say what the program does. */
class PackReferenceTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final String HOW =
      "write it anew: ./mvnw -q -pl books test -Dtest=PackReferenceTest -Dtaizhang.docs=write";

  private final JsonNode schema = JsonMapper.shared().readTree(PackReference.schema());

  @Test
  void theReferenceIsCurrent() throws IOException {
    isCurrent(DOCS.resolve("packs.md"), PackReference.markdown());
  }

  @Test
  void thePublishedSchemaIsTheOneInUse() throws IOException {
    isCurrent(DOCS.resolve("pack.schema.json"), PackReference.schema());
  }

  private static void isCurrent(Path file, String text) throws IOException {
    if ("write".equals(System.getProperty("taizhang.docs"))) {
      Files.createDirectories(DOCS);
      Files.writeString(file, text);
    }
    assertThat(file).as(HOW).isRegularFile().content().as(HOW).isEqualTo(text);
  }

  @Test
  void theSchemaKnowsTheFieldTypesOfTheModel() {
    assertThat(words("field", "type"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FieldType.values()).map(FieldType::code).toList());
  }

  @Test
  void theSchemaKnowsTheKindsThatHavePostings() {
    List<String> kinds =
        Arrays.stream(IndicatorKind.values())
            .filter(kind -> kind != IndicatorKind.COMPUTED)
            .map(IndicatorKind::code)
            .toList();

    assertThat(words("indicator", "kind")).containsExactlyElementsOf(kinds);
    assertThat(words("posting", "kind")).containsExactlyElementsOf(kinds);
  }

  @Test
  void theSchemaKnowsTheClassifications() {
    List<String> known =
        Arrays.stream(Classification.values())
            .sorted(java.util.Comparator.comparing(c -> !c.sealed()))
            .map(each -> each.name().toLowerCase(java.util.Locale.ROOT))
            .toList();

    assertThat(words("field", "classification")).containsExactlyElementsOf(known);
  }

  @Test
  void everyKeyOfTheSchemaIsExplained() {
    for (JsonNode part : schema.get("$defs")) {
      assertThat(part.path("title").asString("")).isNotBlank();
      for (JsonNode key : part.path("properties")) {
        assertThat(key.path("description").asString("")).as(key.toString()).endsWith(".");
      }
    }
  }

  private List<String> words(String part, String key) {
    return schema
        .at("/$defs/" + part + "/properties/" + key + "/enum")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }
}
