package taizhang.server.web.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import taizhang.books.access.Clearance;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Pack;
import taizhang.books.period.Period;
import taizhang.books.wording.Wording;
import taizhang.server.figure.BooksSpan;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.web.Labels;
import taizhang.server.web.PanelLinks;

/** All indicators a person may read, to search and to sift. */
@Controller
public class FigureListPages {

  private static final int PAGE = 50;

  private final Figures figures;
  private final BooksSpan books;
  private final Rules rules;

  FigureListPages(Figures figures, BooksSpan books, Rules rules) {
    this.figures = figures;
    this.books = books;
    this.rules = rules;
  }

  /** An indicator in the list. */
  public record Line(
      String title,
      String pack,
      String kind,
      String authority,
      String unit,
      String value,
      String href,
      String caliber) {}

  /**
   * The list.
   *
   * @param count how many there are in all pages
   * @param query the sieve as it stands in addresses, for the links to other pages
   */
  public record Shown(
      String search,
      Choices choices,
      PeriodChoice periods,
      List<Line> lines,
      int count,
      int page,
      int pages,
      String query) {
    public Shown {
      lines = List.copyOf(lines);
    }
  }

  /** What the list can be sifted by. */
  public record Choices(
      List<PeriodChoice.Option> packs,
      List<PeriodChoice.Option> kinds,
      List<PeriodChoice.Option> units,
      List<PeriodChoice.Option> authorities) {
    public Choices {
      packs = List.copyOf(packs);
      kinds = List.copyOf(kinds);
      units = List.copyOf(units);
      authorities = List.copyOf(authorities);
    }
  }

  /** What the list is sifted by. */
  record Sieve(
      @Nullable String search,
      @Nullable String pack,
      @Nullable String kind,
      @Nullable String unit,
      @Nullable String authority,
      @Nullable String period,
      @Nullable String year,
      @Nullable String part,
      @Nullable Integer page) {

    static String or(@Nullable String text) {
      return text == null ? "" : text;
    }

    boolean passes(Indicator indicator) {
      String wanted = or(search).strip().toLowerCase(Locale.ROOT);
      boolean named =
          wanted.isEmpty()
              || indicator.code().contains(wanted)
              || Stream.concat(Stream.of(indicator.title()), indicator.aliases().stream())
                  .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
      return named
          && (or(pack).isEmpty() || indicator.code().startsWith(pack + "."))
          && (or(kind).isEmpty() || indicator.kind().code().equals(kind))
          && (or(unit).isEmpty() || indicator.unit().equals(unit))
          && (or(authority).isEmpty() || indicator.authority().equals(authority));
    }

    String query(Period shown) {
      return "search="
          + PanelLinks.encoded(or(search))
          + "&pack="
          + or(pack)
          + "&kind="
          + or(kind)
          + "&unit="
          + PanelLinks.encoded(or(unit))
          + "&authority="
          + PanelLinks.encoded(or(authority))
          + "&period="
          + PanelLinks.encoded(shown.toString());
    }
  }

  @GetMapping("/{town}/figures")
  String list(
      Town town,
      Clearance who,
      @ModelAttribute Sieve sieve,
      @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
      @RequestHeader(name = "HX-History-Restore-Request", defaultValue = "false") boolean restoring,
      Model model) {
    Vantage vantage = new Vantage(who, rules.of(town));
    List<Indicator> all = vantage.indicators();
    List<Indicator> found = all.stream().filter(sieve::passes).toList();
    int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
    int page = Math.clamp(sieve.page() == null ? 1 : sieve.page(), 1, pages);
    List<Indicator> here = found.subList((page - 1) * PAGE, Math.min(found.size(), page * PAGE));
    BooksSpan.Span span = books.of(town);
    Period period = PeriodChoice.read(sieve.period(), sieve.year(), sieve.part(), span);
    model.addAttribute(
        "shown",
        new Shown(
            Sieve.or(sieve.search()),
            choices(vantage, all, sieve),
            PeriodChoice.of(period, span),
            lines(who, vantage, here, period),
            found.size(),
            page,
            pages,
            sieve.query(period)));
    return "figure-list".equals(target) && !restoring ? "figures/list-rows" : "figures/list";
  }

  private static Choices choices(Vantage vantage, List<Indicator> all, Sieve sieve) {
    return new Choices(
        packs(all, vantage.rules(), Sieve.or(sieve.pack())),
        options(
            all.stream().map(i -> i.kind().code()),
            Sieve.or(sieve.kind()),
            FigureListPages::kindTitle),
        options(all.stream().map(Indicator::unit), Sieve.or(sieve.unit()), u -> u),
        options(
            all.stream().map(Indicator::authority),
            Sieve.or(sieve.authority()),
            Labels::authority));
  }

  private List<Line> lines(Clearance who, Vantage vantage, List<Indicator> here, Period period) {
    List<FigureQuery> queries =
        here.stream()
            .map(i ->
                FigureQuery.of(i.code(), period).in(Objects.requireNonNull(vantage.highest(i))))
            .toList();
    List<Figure> read = queries.isEmpty() ? List.of() : figures.readAll(who, queries);
    List<Line> lines = new ArrayList<>();
    for (int n = 0; n < here.size(); n++) {
      lines.add(line(here.get(n), read.get(n), vantage.rules(), queries.get(n), who.town()));
    }
    return lines;
  }

  private static Line line(
      Indicator indicator, Figure figure, TownRules rules, FigureQuery query, String town) {
    return new Line(
        indicator.title(),
        packTitle(rules, indicator),
        kindTitle(indicator.kind().code()),
        Labels.authority(indicator.authority()),
        indicator.unit(),
        Wording.write(figure.value(), indicator.unit(), indicator.print()).text(),
        PanelLinks.figure(town, query),
        indicator.caliber() == null ? "" : indicator.caliber());
  }

  private static String packTitle(TownRules rules, Indicator indicator) {
    String name = indicator.code().substring(0, indicator.code().indexOf('.'));
    return rules.packs().packs().stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .map(Pack::title)
        .orElse(name);
  }

  private static List<PeriodChoice.Option> packs(
      List<Indicator> all, TownRules rules, String chosen) {
    return options(
        all.stream().map(i -> i.code().substring(0, i.code().indexOf('.'))),
        chosen,
        name ->
            rules.packs().packs().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .map(Pack::title)
                .orElse(name));
  }

  private static List<PeriodChoice.Option> options(
      Stream<String> values, String chosen, java.util.function.UnaryOperator<String> title) {
    return values
        .filter(value -> !value.isEmpty())
        .distinct()
        .map(value -> new PeriodChoice.Option(value, title.apply(value), value.equals(chosen)))
        .toList();
  }

  static String kindTitle(String kind) {
    return IndicatorKind.of(kind).title();
  }
}
