package taizhang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.books.access.Clearance;
import taizhang.server.access.RandomPosts;
import taizhang.server.access.Tokens;
import taizhang.server.attachment.Attachments;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;
import taizhang.server.web.signin.SessionCookie;

/**
 * What leaves the program by its doors: pages, searches, picks, files and the API give a person
 * exactly the records that the rules give, and a person of the next town none.
 */
class SurfacesTest {

  private static final Pattern RECORD = Pattern.compile("/records/(\\d+)");
  private static final Pattern NUMBERED = Pattern.compile("\"(?:id|record)\"\\s*:\\s*(\\d+)");
  private static final String PLACE = "/" + RandomPosts.TOWN;
  private static final String API = "/api/v1/" + RandomPosts.TOWN;
  private static final String WORD = URLEncoder.encode("处", StandardCharsets.UTF_8);

  private static Site site;
  private static HttpClient http;
  private static Town town;
  private static RandomPosts posts;
  private static final Map<Long, Long> files = new TreeMap<>();

  @BeforeAll
  static void enter() {
    site = Site.open();
    http = HttpClient.newHttpClient();
    town = site.get(Towns.class).register(RandomPosts.TOWN, "阿尔法镇");
    Entries entries = site.get(Entries.class);
    SampleTown.adopt(entries, RandomPosts.TOWN, "T", "system");
    area("T", "town", "");
    List.of("V", "W").forEach(village -> area(village, "village", "T"));
    List.of("V1", "V2", "W1").forEach(grid -> area(grid, "grid", grid.substring(0, 1)));
    for (String pack : RandomPosts.OWNER.keySet()) {
      SampleTown.adopt(entries, RandomPosts.TOWN, "T", pack, RandomPosts.pack(pack));
    }
    posts = RandomPosts.enter(entries);
    Clearance operator = site.get(Rules.class).of(town).operator(RandomPosts.TOWN);
    for (long record : posts.records()) {
      byte[] note = ("note of " + record).getBytes(StandardCharsets.UTF_8);
      Attachments attachments = site.get(Attachments.class);
      files.put(
          record, attachments.lay(operator, record, "note.txt", note, "note-" + record).seq());
    }
  }

  private static void area(String code, String level, String parent) {
    Entries entries = site.get(Entries.class);
    SampleTown.area(entries, RandomPosts.TOWN, "T", code, code, level, parent);
  }

  @AfterAll
  static void close() {
    http.close();
    site.close();
  }

  @Test
  void everyDoorGivesEveryPersonWhatTheRulesSay() {
    for (String login : someOfThem()) {
      Doors doors = Doors.of(login);
      for (String pack : RandomPosts.OWNER.keySet()) {
        Set<Long> expected = posts.readable(login, pack);
        doors
            .given(pack)
            .forEach((door, seen) ->
                assertThat(seen)
                    .as("%s of %s for %s", door, pack, posts.posts(login))
                    .isEqualTo(expected));
      }
    }
  }

  @Test
  void noOtherPageOfAPersonNamesARecordThatIsNotTheirs() {
    for (String login : someOfThem()) {
      Doors doors = Doors.of(login);
      Set<Long> theirs = new TreeSet<>(posts.readable(login, "roads"));
      theirs.addAll(posts.readable(login, "homes"));
      for (String page : List.of("", "/ledgers", "/review", "/inbox", "/overview", "/closing")) {
        Set<Long> named = doors.find(RECORD, PLACE + page);
        named.retainAll(posts.records());
        assertThat(theirs).as("%s for %s", page, posts.posts(login)).containsAll(named);
      }
    }
  }

  @Test
  void aPersonOfTheNextTownIsGivenNothing() {
    Doors doors = new Doors(site.signedIn("office").value, machine("liuzhuang", "office"));
    for (String pack : RandomPosts.OWNER.keySet()) {
      doors.given(pack).forEach((door, seen) -> assertThat(seen).as(door).isEmpty());
    }
  }

  /** Every third, for each of them knocks at every door once a record. */
  private static List<String> someOfThem() {
    List<String> all = List.copyOf(posts.people());
    return IntStream.range(0, all.size()).filter(n -> n % 3 == 0).mapToObj(all::get).toList();
  }

  private static String machine(String code, String login) {
    Town in = site.get(Towns.class).find(code);
    Clearance operator = site.get(Rules.class).of(in).operator(code);
    if (site.get(Rules.class).clearance(in, login).posts().isEmpty()) {
      return "";
    }
    return site.get(Tokens.class).issue(in, operator, login, "试验", false, Duration.ofDays(1));
  }

  /** The doors as one person finds them, with a browser's cookie and a machine's token. */
  private record Doors(String cookie, String token) {

    static Doors of(String login) {
      return new Doors(site.signedIn(login).value, machine(RandomPosts.TOWN, login));
    }

    /** The numbers of a pack's records that each door gives. */
    Map<String, Set<Long>> given(String pack) {
      Map<String, Set<Long>> given = new TreeMap<>();
      String ledger = pack + ".thing";
      String table = PLACE + "/ledgers/" + ledger;
      given.put("table", find(RECORD, table));
      given.put("search in the table", find(RECORD, table + "?q=" + WORD));
      given.put("record page", each(pack, id -> PLACE + "/records/" + id));
      given.put("print", each(pack, id -> PLACE + "/records/" + id + "/print"));
      given.put("file", each(pack, id -> PLACE + "/records/" + id + "/files/" + files.get(id)));
      given.put("list of the API", find(NUMBERED, API + "/ledgers/" + ledger + "/records"));
      given.put("record of the API", each(pack, id -> API + "/records/" + id));
      given.put("file of the API", each(pack, id -> file(API, id)));
      Set<Long> behind = new TreeSet<>();
      for (String area : RandomPosts.AREAS) {
        String query = pack + ".things/lineage?period=2023&limit=500&area=" + area;
        behind.addAll(find(NUMBERED, API + "/figures/" + query));
      }
      given.put("lineage of the API", behind);
      given.values().forEach(seen -> seen.retainAll(posts.records(pack)));
      return given;
    }

    private static String file(String under, long id) {
      return under + "/records/" + id + "/attachments/" + files.get(id);
    }

    private Set<Long> each(String pack, LongFunction<String> path) {
      return posts.records(pack).stream()
          .filter(id -> ask(path.apply(id)).statusCode() == 200)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<Long> find(Pattern pattern, String path) {
      HttpResponse<String> answer = ask(path);
      return answer.statusCode() != 200
          ? new TreeSet<>()
          : pattern
              .matcher(answer.body())
              .results()
              .map(found -> Long.parseLong(found.group(1)))
              .collect(Collectors.toCollection(TreeSet::new));
    }

    private HttpResponse<String> ask(String path) {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.url(path)));
      if (path.startsWith("/api/")) {
        request.header("Authorization", "Bearer " + token);
      } else {
        request.header("Cookie", SessionCookie.NAME + "=" + cookie);
      }
      try {
        HttpResponse<String> answer =
            http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isLessThan(500);
        return answer;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
