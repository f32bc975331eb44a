package taizhang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.books.access.Clearance;
import taizhang.server.access.Tokens;
import taizhang.server.attachment.Attachments;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API against its own description: a caller who knows nothing else is answered as it says, and
 * whatever else is sent is refused as it says.
 */
class ContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROUNDS = 40;
  private static final List<String> ODD =
      List.of(
          "",
          "-1",
          "0",
          "999999999999999999999",
          "1e400",
          "NaN",
          "null",
          "\u0000",
          "🚜",
          "a' or 1=1--",
          "../../etc/passwd",
          "{{7*7}}",
          "${jndi:x}",
          "2023-02-30",
          "works.road",
          "works.roads#target",
          "2023-13",
          "9999999999-01",
          "true",
          "甲",
          "%",
          "\r\nX: y");

  private static Site site;
  private static HttpClient http;
  private static String token;
  private static JsonNode description;
  private static Map<String, String> sound;

  @BeforeAll
  static void open() {
    site = Site.open();
    http = HttpClient.newHttpClient();
    Town town = site.get(Towns.class).find(SampleTown.TOWN);
    Clearance operator = site.get(Rules.class).of(town).operator(SampleTown.TOWN);
    token = site.get(Tokens.class).issue(town, operator, "office", "试验", true, Duration.ofDays(1));
    byte[] note = "3.4".getBytes(StandardCharsets.UTF_8);
    long file =
        site.get(Attachments.class).lay(operator, site.road(), "note.txt", note, "note").seq();
    sound = new TreeMap<>();
    sound.put("town", SampleTown.TOWN);
    sound.put("ledger", "works.road");
    sound.put("id", Long.toString(site.road()));
    sound.put("seq", Long.toString(file));
    sound.put("indicator", "works.roads");
    sound.put("period", "2023");
    sound.put("year", "2023");
    sound.put("area", SampleTown.ROOT);
    sound.put("day", "2024-01-01");
    sound.put("slice", "");
    sound.put("after", "0");
    sound.put("limit", "5");
    sound.put("offset", "0");
    sound.put("q", "示范");
    sound.put("state", "");
    sound.put("pending", "false");
    sound.put("rehearse", "true");
    sound.put("Idempotency-Key", "once");
    description = JSON.readTree(call("GET", "/api/v1/openapi", null, "").body());
  }

  @AfterAll
  static void close() {
    http.close();
    site.close();
  }

  /** A call as the description gives it. */
  private record Operation(String method, String path, JsonNode said) {

    List<JsonNode> parameters() {
      List<JsonNode> all = new ArrayList<>();
      said.path("parameters").forEach(all::add);
      return all;
    }

    boolean takesEntries() {
      return said.path("requestBody").path("content").has("application/json");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    description
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(said ->
                    all.add(
                        new Operation(
                            said.getKey().toUpperCase(java.util.Locale.ROOT),
                            path.getKey(),
                            said.getValue()))));
    return all;
  }

  @Test
  void aCallerWhoKnowsOnlyTheDescriptionIsAnsweredAsItSays() {
    assertThat(operations()).hasSizeGreaterThan(13);
    for (Operation operation : operations()) {
      Map<String, String> given = new LinkedHashMap<>();
      for (JsonNode parameter : operation.parameters()) {
        String name = parameter.path("name").asString();
        assertThat(sound).as("%s asks for", operation).containsKey(name);
        boolean needed = parameter.path("required").asBoolean();
        if (needed || name.equals("rehearse")) {
          given.put(name, sound.getOrDefault(name, ""));
        }
      }
      HttpResponse<String> answer = send(operation, given, body(operation));
      assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isEqualTo(200);
      assertThat(strays(operation, answer)).as(operation.toString()).isEmpty();
    }
  }

  @Test
  void whateverElseIsSentIsRefusedAsItSays() {
    Random random = new Random(20231120);
    List<String> broken = new ArrayList<>();
    for (Operation operation : operations()) {
      for (int round = 0; round < ROUNDS; round++) {
        Map<String, String> given = new LinkedHashMap<>();
        for (JsonNode parameter : operation.parameters()) {
          String name = parameter.path("name").asString();
          boolean needed = parameter.path("required").asBoolean();
          if (needed || random.nextBoolean()) {
            String odd = ODD.get(random.nextInt(ODD.size()));
            given.put(name, random.nextInt(3) == 0 ? odd : sound.getOrDefault(name, ""));
          }
        }
        given.computeIfPresent("rehearse", (name, said) -> "true");
        if (operation.takesEntries()) {
          given.put("rehearse", "true");
        }
        HttpResponse<String> answer = send(operation, given, body(operation));
        strays(operation, answer)
            .forEach(stray -> broken.add(operation + " " + given + " → " + stray));
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void whatIsWrongIsNamedWithItsRemedy() {
    Operation figures = operation("GET", "/api/v1/{town}/figures/{indicator}/lineage");
    Map<String, String> given = new LinkedHashMap<>();
    given.put("town", SampleTown.TOWN);
    given.put("indicator", "works.roads");
    given.put("period", "2023");
    given.put("limit", "many");
    JsonNode problem = JSON.readTree(send(figures, given, "").body()).path("problems").get(0);
    assertThat(problem.path("field").asString()).isEqualTo("limit");
    assertThat(problem.path("message").asString()).contains("整数").contains("many");
    given.remove("period");
    given.remove("limit");
    problem = JSON.readTree(send(figures, given, "").body()).path("problems").get(0);
    assertThat(problem.path("field").asString()).isEqualTo("period");
  }

  private static Operation operation(String method, String path) {
    return operations().stream()
        .filter(one -> one.method().equals(method) && one.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  /** An entry in the form the description gives, where the call takes one. */
  private static String body(Operation operation) {
    if (!operation.takesEntries()) {
      return operation.said().has("requestBody") ? "file" : "";
    }
    String entry =
        """
        {"ledger": "works.road", "kind": "open", "area": "37082611020B",
         "fields": {"name": "按说明写的路", "km": "1.25", "done_on": "2023-06-01"}}
        """;
    JsonNode schema = operation.said().path("requestBody").path("content").path("application/json");
    return schema.path("schema").path("type").toString().contains("array")
        ? "[" + entry + "]"
        : entry;
  }

  /** How an answer differs from what is said of it. */
  private static List<String> strays(Operation operation, HttpResponse<String> answer) {
    int status = answer.statusCode();
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (status >= 500) {
      return List.of(status + " " + answer.body());
    }
    JsonNode said = operation.said().path("responses").path(status == 200 ? "200" : "4XX");
    String media = type.isEmpty() ? "" : type.split(";")[0];
    JsonNode content = said.path("content");
    if (content.has("*/*")) {
      return List.of();
    }
    JsonNode schema = content.path(media).path("schema");
    if (schema.isMissingNode() && media.equals("text/html") && status == 400) {
      return List.of(); // an address that the server itself does not read: NUL, an encoded slash
    }
    if (schema.isMissingNode()) {
      return List.of(status + " of an undescribed type “" + type + "”");
    }
    JsonNode body = JSON.readTree(answer.body());
    return validator(schema).validate(body).stream()
        .map(e -> status + " " + e.getInstanceLocation() + " " + e.getMessage())
        .toList();
  }

  private static Schema validator(JsonNode schema) {
    ObjectNode whole = (ObjectNode) schema.deepCopy();
    whole.set("components", description.path("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
  }

  private static HttpResponse<String> send(
      Operation operation, Map<String, String> given, String body) {
    String path = operation.path();
    StringBuilder query = new StringBuilder();
    Map<String, String> headers = new TreeMap<>();
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.path("name").asString();
      String value = given.get(name);
      if (value == null) {
        continue;
      }
      switch (parameter.path("in").asString()) {
        case "path" -> path = path.replace("{" + name + "}", encoded(value));
        case "header" -> headers.put(name, value.replaceAll("[^ -~]", ""));
        default ->
            query
                .append(query.isEmpty() ? "?" : "&")
                .append(name)
                .append('=')
                .append(encoded(value));
      }
    }
    return call(operation.method(), path + query, headers, body);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static HttpResponse<String> call(
      String method, String path, @Nullable Map<String, String> headers, String body) {
    boolean file = body.equals("file");
    String sent =
        file
            ? "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n3.4\r\n--cut--\r\n"
            : body;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(site.url(path)))
            .method(method, HttpRequest.BodyPublishers.ofString(sent))
            .header("Authorization", "Bearer " + token)
            .header(
                "Content-Type", file ? "multipart/form-data; boundary=cut" : "application/json");
    (headers == null ? Map.<String, String>of() : headers).forEach(request::header);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aStrangerIsToldWhereATokenComesFrom() throws Exception {
    URI areas = URI.create(site.url("/api/v1/liuzhuang/areas"));
    HttpResponse<String> answer =
        http.send(HttpRequest.newBuilder(areas).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(strays(operation("GET", "/api/v1/{town}/areas"), answer)).isEmpty();
    assertThat(answer.body()).contains("令牌");
  }
}
