package taizhang.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words around the content in English, for whoever chose so. Templates are written in Chinese;
 * a page in English is the same page with these words replaced where chrome stands: in buttons,
 * links, headings, labels and hints. Cells, values and options are content and are left alone.
 */
public final class English {

  /** Where the choice is kept: {@code en}; Chinese where it is absent. */
  public static final String COOKIE = "taizhang_language";

  private static final Pattern WORDS =
      Pattern.compile(
          "((?:<(?:a(?! class=\"row-link)|button|summary|h[123]|th|label|legend|title)(?: [^>]*)?>"
              + "|<span>|<span class=\"(?:places-group|demo-mark)\">)\\s*)"
              + "([^<>]+?)(?=\\s*(?: · 台账)?<)");

  private static final Pattern HINTS =
      Pattern.compile("((?:placeholder|aria-label)=\")([^\"]+)(?=\")");

  private static final Map<String, String> KNOWN = known();

  private English() {}

  /** The English of a word; the word itself where there is none. */
  public static String of(String word) {
    return KNOWN.getOrDefault(word, word);
  }

  /** A page in English. */
  static String page(String page) {
    return replaced(HINTS, replaced(WORDS, page));
  }

  private static String replaced(Pattern places, String page) {
    return places
        .matcher(page)
        .replaceAll((MatchResult at) -> Matcher.quoteReplacement(at.group(1) + of(at.group(2))));
  }

  /** Every word there is English for. */
  static Map<String, String> words() {
    return KNOWN;
  }

  private static Map<String, String> known() {
    Properties read = new Properties();
    try (InputStream in = English.class.getResourceAsStream("/taizhang/english.properties")) {
      read.load(
          new InputStreamReader(
              Objects.requireNonNull(in, "english.properties"), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> known = new HashMap<>();
    read.forEach((word, english) -> known.put((String) word, (String) english));
    return Map.copyOf(known);
  }
}
