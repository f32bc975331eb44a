package taizhang.server.web;

import static taizhang.server.web.EnglishOutput.JOINT;
import static taizhang.server.web.EnglishOutput.OPEN;
import static taizhang.server.web.EnglishOutput.SHUT;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One page, read from end to end and said in English where it speaks for itself. */
final class EnglishPage {

  private static final Pattern PARTS =
      Pattern.compile("<!--.*?-->|<(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>|[^<]+|<", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9-]*)");
  private static final Pattern CHINESE = Pattern.compile("\\slang=\"zh-CN\"");
  private static final Pattern SIGNS = Pattern.compile("[" + OPEN + SHUT + JOINT + "]");
  private static final Pattern PUT_IN =
      Pattern.compile(OPEN + "([^" + SHUT + "]*)" + SHUT, Pattern.DOTALL);
  private static final Pattern ATTRIBUTES =
      Pattern.compile(
          "(\\s(?:"
              + EnglishOutput.SPOKEN.stream().sorted().collect(Collectors.joining("|"))
              + ")=\")([^\"]*)(?=\")");
  private static final Set<String> VOID =
      Set.of("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr");

  /** In these stands content, whatever it says. */
  private static final Set<String> CELLS = Set.of("td", "dd");

  /** In these stands nothing but text. */
  private static final Set<String> BARE = Set.of("option", "title", "textarea");

  /** A list of what the program says of a figure or a report, not of what was entered. */
  private static final String FACTS = "dl facts";

  private static final Set<String> SILENT = Set.of("textarea", "script", "style", "pre");

  /**
   * An element that is open.
   *
   * @param content true where it holds nothing of the program's own
   * @param cell true where what is put in is content even if it is a word of the program
   */
  private record Element(String name, boolean content, boolean cell) {}

  private final String page;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Element> open = new ArrayDeque<>();

  EnglishPage(String page) {
    this.page = page;
  }

  String text() {
    open.push(new Element("", false, false));
    Matcher parts = PARTS.matcher(page);
    while (parts.find()) {
      String part = parts.group();
      if (part.length() > 1 && part.charAt(0) == '<') {
        tag(part);
      } else {
        out.append(here().content() ? plain(part) : said(part, here()));
      }
    }
    return out.toString();
  }

  private Element here() {
    return Objects.requireNonNull(open.peek());
  }

  private void tag(String tag) {
    Matcher named = NAME.matcher(tag);
    if (!named.lookingAt()) {
      out.append(plain(tag));
      return;
    }
    String name = named.group(1);
    if (tag.charAt(1) == '/') {
      shut(name.equals("dl") && !here().name().equals("dl") ? FACTS : name);
      out.append(plain(tag));
      return;
    }
    boolean content = here().content() || CHINESE.matcher(tag).find() || SILENT.contains(name);
    out.append(content ? plain(tag) : attributes(tag, name));
    if (!VOID.contains(name) && !tag.endsWith("/>")) {
      boolean valued = !name.equals("option") || tag.contains(" value=");
      boolean facts = name.equals("dd") && here().name().equals(FACTS);
      boolean cell = !facts && (CELLS.contains(name) || !valued || tag.contains("class=\"held\""));
      boolean list = name.equals("dl") && tag.contains("class=\"facts");
      open.push(new Element(list ? FACTS : name, content, cell));
    }
  }

  private void shut(String name) {
    if (open.stream().anyMatch(element -> element.name().equals(name))) {
      while (!Objects.requireNonNull(open.pop()).name().equals(name)) {
        // what was left open inside is shut with it
      }
    }
  }

  private String attributes(String tag, String name) {
    Element plain = new Element("title", false, false);
    return plain(
        ATTRIBUTES
            .matcher(tag)
            .replaceAll((MatchResult at) ->
                Matcher.quoteReplacement(at.group(1) + said(at.group(2), plain))));
  }

  private String said(String text, Element in) {
    if (!English.chinese(text)) {
      return plain(text);
    }
    String whole = sentence(text.replace(String.valueOf(JOINT), ""), in);
    if (whole != null) {
      return whole;
    }
    StringBuilder said = new StringBuilder();
    for (String stretch : text.split(String.valueOf(JOINT))) {
      String sentence = sentence(stretch, in);
      said.append(sentence == null ? filled(stretch, in) : sentence);
    }
    return said.toString();
  }

  /** What a template says, in English; null where there is none. */
  private static @Nullable String sentence(String text, Element in) {
    String key = key(text);
    if (!English.chinese(key)) {
      return filled(text, in);
    }
    String known = English.template(key);
    if (known == null) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    PUT_IN.matcher(text).results().forEach(part -> parts.add(part(part.group(1), in)));
    return before(text) + English.fill(known, parts) + after(text);
  }

  private static String key(String text) {
    return PUT_IN.matcher(text).replaceAll("{}").strip().replaceAll("\\s+", " ");
  }

  private static String before(String text) {
    return text.substring(0, text.length() - text.stripLeading().length());
  }

  private static String after(String text) {
    return text.isBlank() ? "" : text.substring(text.stripTrailing().length());
  }

  /** Leaves what stands there, with what was put in. */
  private static String filled(String text, Element in) {
    return plain(
        PUT_IN
            .matcher(text)
            .replaceAll((MatchResult part) -> Matcher.quoteReplacement(part(part.group(1), in))));
  }

  private static String part(String text, Element in) {
    if (!English.chinese(text)) {
      return text;
    }
    String known = in.cell() ? null : English.find(text.strip(), content -> content(content, in));
    if (known != null) {
      return known;
    }
    if (!in.cell() && text.contains(" · ")) {
      return Pattern.compile(" · ")
          .splitAsStream(text)
          .map(one -> part(one, in))
          .collect(Collectors.joining(" · "));
    }
    return content(text, in);
  }

  /** Content says what language it is in, where it can. */
  private static String content(String text, Element in) {
    return BARE.contains(in.name()) ? text : "<bdi lang=\"zh-CN\">" + text + "</bdi>";
  }

  private static String plain(String text) {
    return SIGNS.matcher(text).replaceAll("");
  }
}
