package taizhang.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The words around the content in English, for whoever chose so. Templates are written in Chinese;
 * a page in English is the same page with its own words replaced by those of {@code
 * english.properties}, where {} stands for what is put in. What is entered and what packs declare
 * stays Chinese and says so (lang="zh-CN").
 */
public final class English {

  /** Where the choice is kept: {@code en}; Chinese where it is absent. */
  public static final String COOKIE = "taizhang_language";

  private static final String PUT_IN = "{}";
  private static final Pattern NUMBER = Pattern.compile("[−-]?\\d[\\d,.:/-]*");
  private static final Pattern DAY = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})年(\\d{1,2})月");
  private static final Pattern MONTHS = Pattern.compile("(\\d{4})年(\\d{1,2})—(\\d{1,2})月");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})年");
  private static final Pattern HOLE = Pattern.compile("\\{(\\d?)}");

  private static final Map<String, String> KNOWN = known();

  /** Sentences with something put in, by their first character. */
  private static final Map<Character, List<Sentence>> SENTENCES =
      KNOWN.keySet().stream()
          .filter(key -> key.contains(PUT_IN) && chinese(key))
          .sorted(Comparator.comparing(String::length).reversed())
          .map(Sentence::of)
          .collect(Collectors.groupingBy(sentence -> sentence.key().charAt(0)));

  private static final char ANY = PUT_IN.charAt(0);

  private static final Set<String> MISSING = ConcurrentHashMap.newKeySet();
  private static final Logger LOG = LoggerFactory.getLogger(English.class);

  private English() {}

  /** A key with {} in it, as a pattern over whole sentences. */
  private record Sentence(String key, Pattern pattern) {
    static Sentence of(String key) {
      String pattern =
          Arrays.stream(key.split("\\{}", -1))
              .map(Pattern::quote)
              .collect(Collectors.joining("(.+?)"));
      return new Sentence(key, Pattern.compile(pattern));
    }
  }

  /** True for a sentence with so many words of its own that content is not taken for it. */
  private static boolean telling(String key) {
    return key.codePoints().filter(Character::isIdeographic).count() > 2;
  }

  /** The English of a word or sentence of the program's own; itself where there is none. */
  public static String of(String word) {
    return Objects.requireNonNullElse(find(word, text -> text), word);
  }

  /** The language of whoever asks for a page: Chinese or English. */
  public static Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  /** A page in English, of what {@link EnglishOutput} wrote. */
  static String page(String page) {
    return new EnglishPage(page).text();
  }

  /** True where something is written in Chinese characters. */
  static boolean chinese(CharSequence text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }

  /** What a template says, with {} where something is put in; null where there is no English. */
  static @Nullable String template(String key) {
    String known = KNOWN.get(key);
    if (known == null && MISSING.add(key)) {
      LOG.debug("no English in english.properties for: {}", key);
    }
    return known;
  }

  /** What was asked for since the program runs and has no English. */
  static Set<String> missing() {
    return MISSING;
  }

  /**
   * What was put in, in English, where it is the program's own words; null where it is content.
   *
   * @param content what becomes of content within a sentence
   */
  static @Nullable String find(String text, UnaryOperator<String> content) {
    String word = KNOWN.get(text);
    if (word != null) {
      return word;
    }
    String day = day(text);
    return day != null ? day : sentence(text, content);
  }

  /** Fills the holes of a sentence: {} in their order, {1} by its number. */
  static String fill(String sentence, List<String> parts) {
    int[] next = {0};
    return HOLE.matcher(sentence)
        .replaceAll((MatchResult hole) -> {
          int n = hole.group(1).isEmpty() ? next[0]++ : Integer.parseInt(hole.group(1)) - 1;
          return Matcher.quoteReplacement(n < parts.size() ? parts.get(n) : "");
        });
  }

  private static @Nullable String sentence(String text, UnaryOperator<String> content) {
    List<String> numbers = new ArrayList<>();
    NUMBER.matcher(text).results().forEach(number -> numbers.add(number.group()));
    if (!numbers.isEmpty()) {
      String known = KNOWN.get(NUMBER.matcher(text).replaceAll("{}"));
      if (known != null) {
        return fill(known, numbers);
      }
    }
    if (text.isEmpty()) {
      return null;
    }
    return Stream.of(text.charAt(0), ANY)
        .flatMap(first -> SENTENCES.getOrDefault(first, List.of()).stream())
        .map(sentence -> sentence(text, sentence, content))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /**
   * A text as a sentence that is known; null where it is none, or too short to be told from
   * content.
   */
  private static @Nullable String sentence(
      String text, Sentence sentence, UnaryOperator<String> content) {
    Matcher matcher = sentence.pattern().matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    for (int n = 1; n <= matcher.groupCount(); n++) {
      String part = matcher.group(n);
      String known = chinese(part) ? KNOWN.get(part) : part;
      String said = known != null ? known : day(part);
      if (said == null && !telling(sentence.key())) {
        return null;
      }
      parts.add(said != null ? said : content.apply(part));
    }
    return fill(Objects.requireNonNull(KNOWN.get(sentence.key())), parts);
  }

  private static @Nullable String day(String text) {
    for (Pattern pattern : List.of(DAY, MONTH, MONTHS, YEAR)) {
      Matcher day = pattern.matcher(text);
      if (day.matches()) {
        String said = day.group(1);
        for (int n = 2; n <= day.groupCount(); n++) {
          String two = day.group(n).length() == 1 ? "0" + day.group(n) : day.group(n);
          said += (n == 3 && pattern == MONTHS ? "…" : "-") + two;
        }
        return said;
      }
    }
    return null;
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
