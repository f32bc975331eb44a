package taizhang.bench.pages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import taizhang.bench.result.Aim;
import taizhang.bench.result.Results;
import taizhang.bench.result.Samples;

/**
 * The pages that people open most, asked for one after another by a writer who is signed in, on the
 * books of the demonstration, which are loaded the first time. Measured from the request to the
 * last byte on the same machine; the first answers of a page are not counted.
 */
public final class PagesBench {

  private static final String TOWN = "/liuzhuang";
  private static final String WRITER = "lz-xiezuo";
  private static final Aim SOON = Aim.atMost(150);

  private PagesBench() {}

  public static void run(Path home, Results results) throws Exception {
    int rounds = results.scale().small() ? 5 : 60;
    Path data = home.resolve("bench/target/demo-books");
    try (Site site = Site.over(home, data)) {
      site.signIn(WRITER, password(data));
      for (Map.Entry<String, String> page : pages().entrySet()) {
        Results.note(page.getKey());
        for (int round = 0; round < rounds / 2; round++) {
          site.get(page.getValue());
        }
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
          long begun = System.nanoTime();
          site.get(page.getValue());
          nanos.add(System.nanoTime() - begun);
        }
        Samples samples = Samples.ofNanos(nanos);
        results.add(page.getKey() + ", best", samples.percentile(0), "ms");
        results.add(page.getKey() + ", p95", samples.percentile(95), "ms", SOON);
      }
    }
  }

  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("desk", TOWN);
    pages.put("overview", TOWN + "/overview");
    pages.put("a figure of many postings", TOWN + "/figures/works.water_households?period=2023");
    pages.put(
        "number box", TOWN + "/ask?ask=%E4%BD%8E%E4%BF%9D%E5%A4%9A%E5%B0%91%E6%88%B7"); // 低保多少户
    pages.put("ledgers", TOWN + "/ledgers");
    pages.put("a ledger", TOWN + "/ledgers/works.water_household");
    pages.put("review", TOWN + "/review");
    pages.put("report", TOWN + "/reports/2023");
    return pages;
  }

  private static String password(Path data) throws Exception {
    for (String line : Files.readAllLines(data.resolve("demo-sign-ins.txt"))) {
      String[] words = line.split("\t", -1);
      if (words.length > 3 && words[2].equals(WRITER)) {
        return words[3];
      }
    }
    throw new IllegalStateException("no sign-in of " + WRITER + " in " + data);
  }
}
