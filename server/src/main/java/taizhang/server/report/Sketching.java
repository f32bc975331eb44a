package taizhang.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.Pack;
import taizhang.books.period.Period;
import taizhang.server.figure.Figures;
import taizhang.server.figure.LatestFigures;
import taizhang.server.ledger.TownRules;

/** Helps a paragraph's writer: how it would read, what is wrong in it, what could be cited. */
@Service
public class Sketching {
  /**
   * An indicator that could be cited here.
   *
   * @param citation what to put into the text
   * @param title the indicator's title
   * @param words its figure now, as it would be printed
   * @param caliber its caliber, empty where none is declared
   */
  public record Offer(String citation, String title, String words, String caliber) {}

  private static final Pattern CITATION = Pattern.compile("\\{\\{(.*?)}}|\\{\\{", Pattern.DOTALL);
  private static final int MOST = 8;

  /** A citation as found: read, or with what is wrong. */
  private record Found(String source, @Nullable Citation citation, String problem) {}

  private final Figures figures;
  private final LatestFigures latest;

  Sketching(Figures figures, LatestFigures latest) {
    this.figures = figures;
    this.latest = latest;
  }

  /** How a text would read in a report. */
  public Sketch sketch(Outline outline, String text) {
    TownRules rules = figures.rules(outline.town());
    List<Object> parts = parts(text, rules);
    List<Citation> citations = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Found found && found.citation != null && found.problem.isEmpty()) {
        citations.add(found.citation);
      }
    }
    List<Figure> read =
        latest.readAll(
            outline.town(),
            citations.stream().map(c -> c.query(outline.period(), Point.NOW)).toList());
    return sketch(parts, citations, read, rules);
  }

  private static Sketch sketch(
      List<Object> parts, List<Citation> citations, List<Figure> read, TownRules rules) {
    List<Sketch.Bit> bits = new ArrayList<>();
    StringBuilder prose = new StringBuilder();
    for (Object part : parts) {
      if (part instanceof Found found) {
        int i = citations.indexOf(found.citation);
        bits.add(i < 0 ? broken(found) : printed(citations.get(i), read.get(i), rules));
        prose.append('　');
      } else {
        bits.add(new Sketch.Bit(part.toString(), "", "", false));
        prose.append(part);
      }
    }
    return new Sketch(bits, Unsourced.numbers(prose.toString()));
  }

  private static List<Object> parts(String text, TownRules rules) {
    List<Object> parts = new ArrayList<>();
    Matcher matcher = CITATION.matcher(text);
    int from = 0;
    while (matcher.find()) {
      if (matcher.start() > from) {
        parts.add(text.substring(from, matcher.start()));
      }
      String source = matcher.group(1);
      parts.add(
          source == null
              ? new Found(matcher.group(), null, "引用以 {{ 开头，没有 }}")
              : found(source.strip(), rules));
      from = matcher.end();
    }
    if (from < text.length()) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  private static Found found(String source, TownRules rules) {
    String written = "{{" + source + "}}";
    try {
      Citation citation = CitationSyntax.read(source, 0);
      Indicator indicator = rules.packs().indicator(citation.indicator());
      String wrong = Composer.wrong(citation, indicator);
      String area = citation.area();
      if (wrong == null && area != null && rules.areas().find(area) == null) {
        wrong = "没有区域 " + area;
      }
      return new Found(written, citation, wrong == null ? "" : wrong);
    } catch (IllegalArgumentException e) {
      return new Found(written, null, String.valueOf(e.getMessage()));
    }
  }

  private static Sketch.Bit broken(Found found) {
    return new Sketch.Bit(found.source, "", found.problem, false);
  }

  private static Sketch.Bit printed(Citation citation, Figure figure, TownRules rules) {
    Indicator indicator = rules.packs().indicator(citation.indicator());
    if (indicator == null) {
      throw new IllegalStateException(citation.indicator());
    }
    return new Sketch.Bit(
        citation.print(figure, indicator).text(), indicator.title(), "", figure.value() == null);
  }

  /**
   * Indicators whose name a person may be looking for, with what a citation would print now; only
   * those whose figure for the whole town the person may read.
   *
   * @param asked characters of the name, in any place; or of the code
   */
  public List<Offer> offers(Clearance who, Outline outline, String asked) {
    TownRules rules = figures.rules(outline.town());
    String root = rules.areas().root().code();
    String sought = asked.strip();
    if (sought.isEmpty()) {
      return List.of();
    }
    List<Indicator> near =
        rules.packs().packs().stream()
            .map(Pack::indicators)
            .flatMap(own -> own.values().stream())
            .filter(indicator -> rank(indicator, sought) < FAR && who.reads(indicator, root))
            .sorted(
                java.util.Comparator.comparingInt((Indicator i) -> rank(i, sought))
                    .thenComparing(Indicator::code))
            .limit(MOST)
            .toList();
    return priced(near, outline);
  }

  private List<Offer> priced(List<Indicator> near, Outline outline) {
    Period period = outline.period();
    List<Figure> read =
        latest.readAll(
            outline.town(), near.stream().map(i -> FigureQuery.of(i.code(), period)).toList());
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < near.size(); i++) {
      Indicator indicator = near.get(i);
      Citation citation = CitationSyntax.read(indicator.code(), 0);
      String caliber = indicator.caliber();
      offers.add(
          new Offer(
              "{{" + indicator.code() + "}}",
              indicator.title(),
              citation.print(read.get(i), indicator).text(),
              caliber == null ? "" : caliber));
    }
    return offers;
  }

  private static final int FAR = 1000;

  /** The name itself, then names with it, then those that have its characters in order. */
  private static int rank(Indicator indicator, String sought) {
    String title = indicator.title();
    if (title.equals(sought) || indicator.code().equals(sought)) {
      return 0;
    }
    if (title.contains(sought)) {
      return title.length() - sought.length() + 1;
    }
    if (indicator.code().contains(sought)) {
      return FAR / 2;
    }
    int at = -1;
    for (int i = 0; i < sought.length(); i++) {
      at = title.indexOf(sought.charAt(i), at + 1);
      if (at < 0) {
        return FAR;
      }
    }
    return FAR / 10 + title.length();
  }
}
