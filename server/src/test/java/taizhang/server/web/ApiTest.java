package taizhang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.server.access.Tokens;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The API as a machine meets it: described, strict, by the rights of its token. */
class ApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String API = "/api/v1/liuzhuang";
  private static final String OPENING =
      """
      {"ledger": "works.road", "kind": "open", "area": "37082611020B",
       "fields": {"name": "%s", "km": 1.25, "done_on": "2023-06-01"}}
      """;

  private static Site site;
  private static HttpClient http;
  private static String reading;
  private static String writing;

  @BeforeAll
  static void open() {
    site = Site.open();
    http = HttpClient.newHttpClient();
    reading = token("leader", false);
    writing = token("office", true);
  }

  @AfterAll
  static void close() {
    http.close();
    site.close();
  }

  private static String token(String login, boolean writes) {
    Town town = site.get(Towns.class).find("liuzhuang");
    var system = site.get(Rules.class).clearance(town, "system");
    return site.get(Tokens.class).issue(town, system, login, "试验", writes, Duration.ofDays(1));
  }

  private record Answer(int status, String type, JsonNode body) {}

  private static Answer call(String token, String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(site.url(path)))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String type = response.headers().firstValue("Content-Type").orElse("");
      JsonNode json = type.contains("json") ? JSON.readTree(response.body()) : JSON.readTree("{}");
      return new Answer(response.statusCode(), type, json);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Answer get(String token, String path) {
    return call(token, "GET", path, "");
  }

  @Test
  void describesItselfInOpenApi31() {
    Answer answer = get(reading, "/api/v1/openapi");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("openapi").asString()).startsWith("3.1");
    assertThat(answer.body().path("paths").propertyNames())
        .contains(
            "/api/v1/towns",
            "/api/v1/{town}/areas",
            "/api/v1/{town}/ledgers",
            "/api/v1/{town}/ledgers/{ledger}/records",
            "/api/v1/{town}/records/{id}",
            "/api/v1/{town}/records/{id}/attachments",
            "/api/v1/{town}/entries",
            "/api/v1/{town}/entries/batch",
            "/api/v1/{town}/figures",
            "/api/v1/{town}/figures/{indicator}/lineage",
            "/api/v1/{town}/reports/{year}");
  }

  @Test
  void narrowsALedgerAsItsTableDoes() {
    String records = API + "/ledgers/works.road/records";
    JsonNode inVillage = get(reading, records + "?area=37082611020B").body();
    assertThat(inVillage.path("records")).isNotEmpty();
    inVillage
        .path("records")
        .forEach(one -> assertThat(one.path("area").asString()).isEqualTo("37082611020B"));
    assertThat(get(reading, records + "?q=%E5%8F%B726").body().path("records")).isEmpty();
    JsonNode found =
        get(reading, records + "?q=%E7%A4%BA%E8%8C%8326").body().path("records"); // 示范26
    assertThat(found).hasSize(1);
    assertThat(get(reading, records + "?area=nowhere").status()).isIn(404, 422);
    assertThat(get(reading, records + "?pending=true").body().path("records")).isEmpty();
  }

  @Test
  void aFileLaidBesideARecordIsListedAndOpenedByWhoReadsTheRecord() throws Exception {
    String files = API + "/records/" + site.road() + "/attachments";
    String form =
        """
        --cut\r
        Content-Disposition: form-data; name="file"; filename="note.txt"\r
        Content-Type: text/plain\r
        \r
        3.4 km\r
        --cut--\r
        """;
    for (String token : List.of(reading, writing)) {
      HttpRequest laying =
          HttpRequest.newBuilder(URI.create(site.url(files)))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "multipart/form-data; boundary=cut")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build();
      assertThat(http.send(laying, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(token.equals(writing) ? 200 : 403);
    }
    JsonNode listed = get(reading, files).body();
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).path("name").asString()).isEqualTo("note.txt");
    HttpRequest opening =
        HttpRequest.newBuilder(
                URI.create(site.url(files + "/" + listed.get(0).path("seq").asLong())))
            .header("Authorization", "Bearer " + reading)
            .build();
    HttpResponse<String> opened = http.send(opening, HttpResponse.BodyHandlers.ofString());
    assertThat(opened.body()).isEqualTo("3.4 km");
    assertThat(opened.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment");
    assertThat(get(token("village", false), files).status()).isEqualTo(404);
  }

  @Test
  void readsAFigureAndWhatIsBehindIt() {
    Answer figures = get(reading, API + "/figures?indicator=works.revenue&period=2023");
    assertThat(figures.body().get(0).path("value").asString()).isEqualTo("47170000");
    assertThat(figures.body().get(0).path("text").asString()).isEqualTo("4717万元");
    Answer lineage = get(reading, API + "/figures/works.roads/lineage?period=2023&limit=5");
    assertThat(lineage.body().path("sources")).hasSize(5);
    long record = lineage.body().path("sources").get(0).path("record").asLong();
    Answer found = get(reading, API + "/records/" + record);
    assertThat(found.body().path("record").path("fields").propertyNames())
        .contains("name", "km")
        .doesNotContain("foreman");
  }

  @Test
  void turnsThePagesOfALedger() {
    Answer first = get(reading, API + "/ledgers/works.road/records?limit=20");
    assertThat(first.body().path("records")).hasSize(20);
    long next = first.body().path("next").asLong();
    Answer second = get(reading, API + "/ledgers/works.road/records?limit=20&after=" + next);
    assertThat(second.body().path("records").get(0).path("id").asLong()).isGreaterThan(next);
  }

  @Test
  void entersOnceUnderAKeyAndRehearsesWithoutKeeping() {
    String body = OPENING.formatted("接口路").replace("\"kind\"", "\"key\": \"k-1\", \"kind\"");
    Answer rehearsed = call(writing, "POST", API + "/entries?rehearse=true", body);
    assertThat(rehearsed.status()).isEqualTo(200);
    assertThat(rehearsed.body().path("kept").asBoolean()).isFalse();
    assertThat(rehearsed.body().path("moves").get(0).path("amount").asString()).isEqualTo("1.25");
    Answer first = call(writing, "POST", API + "/entries", body);
    Answer second = call(writing, "POST", API + "/entries", body);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().path("receipts").get(0).path("again").asBoolean()).isFalse();
    assertThat(second.body().path("receipts").get(0).path("again").asBoolean()).isTrue();
    Answer other = call(writing, "POST", API + "/entries", body.replace("1.25", "2.5"));
    assertThat(other.status()).isEqualTo(409);
  }

  @Test
  void aTokenDoesWhatItsScopeAndItsPostsAllow() {
    assertThat(call(reading, "POST", API + "/entries", OPENING.formatted("不许")).status())
        .isEqualTo(403);
    assertThat(get("", API + "/areas").status()).isEqualTo(401);
    assertThat(get("tz_liuzhuang.guessed", API + "/areas").status()).isEqualTo(401);
    String village = token("village", false);
    assertThat(get(village, API + "/figures?indicator=works.roads&period=2023").status())
        .as("the whole town's figure is not a village's")
        .isEqualTo(403);
    assertThat(
            get(village, API + "/figures?indicator=works.roads&period=2023&area=37082611020B")
                .status())
        .isEqualTo(200);
    assertThat(get(village, API + "/reports/2023").status()).isEqualTo(403);
    assertThat(get(token("auditor", false), API + "/ledgers").body()).isEmpty();
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    Answer answer =
        call(
            writing,
            "POST",
            API + "/entries",
            """
            {"ledger": "works.road", "kind": "open", "area": "37082611020B", "fields": {"km": "长"}}
            """);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.type()).startsWith("application/problem+json");
    List<String> fields = new ArrayList<>();
    answer.body().path("problems").forEach(p -> fields.add(p.path("field").asString()));
    assertThat(fields).contains("km");
    Answer misspelt = get(reading, API + "/figures?indicator=works.roads&period=2023&aera=V");
    assertThat(misspelt.status()).isEqualTo(422);
    assertThat(misspelt.body().path("problems").get(0).path("field").asString()).isEqualTo("aera");
  }

  @Test
  void noNonsenseIsAccepted() {
    Random random = new Random(20231120);
    List<String> broken = new ArrayList<>();
    long before = entries();
    for (int n = 0; n < 200; n++) {
      String path = API + (random.nextBoolean() ? "/entries" : "/entries/batch");
      String body = nonsense(random);
      Answer answer = call(writing, "POST", path, body);
      if (answer.status() >= 500 || answer.status() < 300) {
        broken.add(answer.status() + " " + path + " " + body + " → " + answer.body());
      }
      assertThat(answer.type()).as(path + body).startsWith("application/problem+json");
    }
    assertThat(broken).isEmpty();
    assertThat(entries()).isEqualTo(before);
  }

  private static long entries() {
    return get(reading, API + "/figures?indicator=works.roads&period=2023")
        .body()
        .get(0)
        .path("seq")
        .asLong();
  }

  /** Bodies none of which is an entry: each breaks something an entry must have. */
  private static String nonsense(Random random) {
    String good = OPENING.formatted("乱写" + random.nextInt()).strip();
    return switch (random.nextInt(12)) {
      case 0 -> good.replace("\"open\"", "\"opne\"");
      case 1 -> good.replace("works.road", "works.raod");
      case 2 -> good.replace("37082611020B", "nowhere");
      case 3 -> good.replace("1.25", "-3");
      case 4 -> good.replace("1.25", "{\"a\": 1}");
      case 5 -> good.replace("\"km\"", "\"kilometres\"");
      case 6 -> good.replace("2023-06-01", "2023-06-31");
      case 7 -> good.replace("\"area\"", "\"aera\"");
      case 8 -> good.substring(0, random.nextInt(good.length() - 1));
      case 9 -> "[" + good.replace("\"name\"", "\"nmae\"") + ", null]";
      case 10 -> good.replace("1.25", "1e999999999");
      default -> good + "]";
    };
  }
}
