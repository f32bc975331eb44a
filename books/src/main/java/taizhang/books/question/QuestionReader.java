package taizhang.books.question;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;
import taizhang.books.pack.Indicator;

/**
 * Reads questions for numbers: which indicator, where, when. It knows the indicators by their
 * titles and aliases, the areas by their names, and the words for time; nothing else, and asks
 * nobody.
 *
 * <p>低保 is found in 农村低保户数; how alike names are is measured by what they share.
 */
public final class QuestionReader {
  /** Guesses fainter than this help nobody. */
  static final double FAINTEST = 0.3;

  /** From here on a guess may stand alone. */
  static final double SURE = 0.6;

  /** What a second guess must at least stay behind. */
  static final double LEAD = 0.08;

  private static final int MOST_GUESSES = 8;
  private static final int SHORTEST_PLACE = 2;
  private static final Pattern NOISE = Pattern.compile("[\\s“”\"'‘’()（）《》<>,，。.?？!！:：;；、]");
  private static final Pattern COUNT =
      Pattern.compile("(?:有|是|共|一共|总共)?(?:多少|几)(?<unit>\\p{IsHan}{0,3}?)(?:了|呢|啊)?$");
  private static final Pattern ASKING =
      Pattern.compile(
          "请问|查一下|查询|查查|帮我|看看|我想知道|累计|共有|总共|一共|有没有|是多少|有多少|多少|怎么样|如何|全镇|本镇|我镇|我们|镇里|的|了|吗|呢");
  private static final Pattern PLACE_END = Pattern.compile("(?:村民委员会|居民委员会|村委会|居委会|社区|村|街道|镇|乡)$");

  private record Name(Indicator indicator, String text, boolean title) {}

  private final List<Name> names = new ArrayList<>();
  private final AreaTree areas;

  /** A reader that knows these indicators, those the asking person may read, and these areas. */
  public QuestionReader(Collection<Indicator> indicators, AreaTree areas) {
    this.areas = areas;
    for (Indicator indicator : indicators) {
      names.add(new Name(indicator, bare(indicator.title()), true));
      indicator.aliases().forEach(alias -> names.add(new Name(indicator, bare(alias), false)));
    }
  }

  /**
   * Reads a question.
   *
   * @param today what 今年 and 3月 go by
   */
  public Question read(String text, LocalDate today) {
    TimeWords time = TimeWords.in(plain(text), today);
    String said = time.rest();
    Matcher count = COUNT.matcher(said);
    String unit = "";
    if (count.find()) {
      unit = count.group("unit");
      said = said.substring(0, count.start());
    }
    Place place = place(said);
    String subject = ASKING.matcher(place.rest()).replaceAll("");
    List<Question.Guess> guesses = guesses(subject, unit);
    return new Question(subject, guesses, clear(guesses), place.area(), time.period(), time.asOf());
  }

  private static boolean clear(List<Question.Guess> guesses) {
    if (guesses.isEmpty() || guesses.getFirst().likeness() < SURE) {
      return false;
    }
    double best = guesses.getFirst().likeness();
    return guesses.size() == 1 || best >= 1 || best - guesses.get(1).likeness() >= LEAD;
  }

  /** What is left of a text without the area it names. */
  private record Place(@Nullable Area area, String rest) {}

  /** The longest name of an area in a text; names without 村 only where they begin it. */
  private Place place(String text) {
    Area best = null;
    String called = "";
    for (Area area : areas.all()) {
      String name = plain(area.name());
      String brief = PLACE_END.matcher(name).replaceFirst("");
      String found = text.contains(name) ? name : text.startsWith(brief) ? brief : "";
      if (found.length() >= SHORTEST_PLACE && found.length() > called.length()) {
        best = area;
        called = found;
      }
    }
    if (best == null || names(text)) {
      return new Place(null, text);
    }
    int at = text.indexOf(called);
    return new Place(best, text.substring(0, at) + text.substring(at + called.length()));
  }

  /** True for the very name of an indicator, which may hold the name of an area. */
  private boolean names(String text) {
    return names.stream().anyMatch(name -> name.text().equals(text));
  }

  /** A name as it is compared: words that only ask are left out on both sides. */
  private static String bare(String name) {
    return ASKING.matcher(plain(name)).replaceAll("");
  }

  private List<Question.Guess> guesses(String subject, String unit) {
    if (subject.isEmpty()) {
      return List.of();
    }
    Map<Indicator, Double> likeness = new HashMap<>();
    for (Name name : names) {
      double score = Math.max(likeness(subject, name), likeness(subject + unit, name));
      likeness.merge(name.indicator(), score, Math::max);
    }
    List<Question.Guess> guesses = new ArrayList<>();
    likeness.forEach((indicator, score) -> {
      double weighed = weighed(indicator, score, unit);
      if (weighed >= FAINTEST) {
        guesses.add(new Question.Guess(indicator, weighed));
      }
    });
    guesses.sort(
        Comparator.comparingDouble(Question.Guess::likeness)
            .reversed()
            .thenComparing(guess -> guess.indicator().title().length())
            .thenComparing(guess -> guess.indicator().code()));
    return guesses.stream().limit(MOST_GUESSES).toList();
  }

  private static double weighed(Indicator indicator, double score, String unit) {
    double weighed = score;
    if (!unit.isEmpty() && score < 1) {
      weighed += indicator.unit().endsWith(unit) ? 0.1 : -0.1;
    }
    return Math.clamp(Math.round(weighed * 1000) / 1000.0, 0, 1);
  }

  private static double likeness(String said, Name name) {
    String text = name.text();
    if (said.equals(text)) {
      return 1;
    }
    double best = 0;
    if (text.contains(said)) {
      best = 0.55 + 0.4 * said.length() / text.length();
    } else if (said.contains(text)) {
      best = 0.5 + 0.45 * text.length() / said.length();
    } else if (inOrder(said, text)) {
      best = 0.45 + 0.4 * said.length() / text.length();
    }
    double likely = Math.max(best, 0.9 * pairs(said, text));
    return name.title() ? likely : likely - 0.005;
  }

  private static boolean inOrder(String said, String name) {
    int at = 0;
    for (int i = 0; i < name.length() && at < said.length(); i++) {
      if (name.charAt(i) == said.charAt(at)) {
        at++;
      }
    }
    return said.length() > 1 && at == said.length();
  }

  /** Dice's coefficient over pairs of neighbouring characters. */
  private static double pairs(String one, String other) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i + 1 < one.length(); i++) {
      seen.merge(one.substring(i, i + 2), 1, Integer::sum);
    }
    int common = 0;
    for (int i = 0; i + 1 < other.length(); i++) {
      if (seen.merge(other.substring(i, i + 2), -1, Integer::sum) >= 0) {
        common++;
      }
    }
    int all = Math.max(0, one.length() - 1) + Math.max(0, other.length() - 1);
    return all == 0 ? 0 : 2.0 * common / all;
  }

  /** Without quotation marks and spaces; digits and dashes in their plain forms. */
  private static String plain(String text) {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return NOISE.matcher(narrow).replaceAll("").replaceAll("[—–－~～-]+", "-");
  }
}
