package taizhang.server.web;

import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Goes through every kind of page that can be walked to from a desk, by the links. */
final class Stroll {

  static final String TOWN = "/liuzhuang";

  /** Files, and what is asked for by a page that is looked at already. */
  private static final String NO_PAGE =
      ".*(\\.(docx|csv|xlsx|json|txt)|/files/[0-9a-f]+|/print|/totals).*";

  private static final String LINKS =
      """
      [...document.querySelectorAll('a')].map(a => (a.getAttribute('href') ?? '').replace(/#.*/, ''))
        .filter(href => href.startsWith('/liuzhuang'))
      """;

  /** What of a query makes another page of it, the first that is there. */
  private static final List<Pattern> TELLING =
      Stream.of(
              "(as=[a-z]+)",
              "(view=[a-z]+)",
              "(show=[a-z]+)",
              "(tab=[a-z]+)",
              "\\b(figure)=",
              "\\b(paragraph)=",
              "\\b(edit)=",
              "\\b(version)=",
              "\\b(f)\\.")
          .map(Pattern::compile)
          .toList();

  private Stroll() {}

  /**
   * Looks at each kind of page once.
   *
   * @param first the page to begin with; what it leads to stands for its kind
   * @param look opens the page of an address and looks at it
   * @return how many there were
   */
  static int over(Page page, String first, Consumer<String> look) {
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(first, TOWN, "/me", TOWN + "/nowhere"));
    while (!next.isEmpty()) {
      String path = next.removeFirst();
      if (seen.add(kind(path))) {
        look.accept(path);
        ((List<?>) page.evaluate(LINKS))
            .stream()
                .map(Object::toString)
                .filter(href -> !href.matches(NO_PAGE) && !seen.contains(kind(href)))
                .forEach(path.equals(first) ? next::addFirst : next::addLast);
      }
    }
    return seen.size();
  }

  /** What sort of page an address leads to: the same for every ledger, record, figure and year. */
  static String kind(String path) {
    String[] halves = path.split("\\?", 2);
    String place =
        halves[0]
            .replaceAll("/(ledgers|figures|packs|reports|records|read|flows)/[^/]+", "/$1/*")
            .replaceAll("/\\d[^/]*", "/*");
    String asked = halves.length == 1 ? "" : halves[1];
    return TELLING.stream()
        .map(telling -> telling.matcher(asked))
        .filter(Matcher::find)
        .findFirst()
        .map(found -> place + "?" + found.group(1))
        .orElse(place);
  }
}
