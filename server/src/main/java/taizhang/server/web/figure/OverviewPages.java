package taizhang.server.web.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import taizhang.books.access.Clearance;
import taizhang.books.figure.Point;
import taizhang.books.period.Period;
import taizhang.server.figure.BooksSpan;
import taizhang.server.figure.Overviews;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.web.Labels;
import taizhang.server.web.Panels;

/** The overview (总览): five figures of every field of work, on one sheet of A3 when printed. */
@Controller
public class OverviewPages {

  private final Overviews overviews;
  private final BooksSpan books;
  private final Rules rules;

  OverviewPages(Overviews overviews, BooksSpan books, Rules rules) {
    this.overviews = overviews;
    this.books = books;
    this.rules = rules;
  }

  /** A field of work on the overview. */
  public record Part(String title, String anchor, List<HeadlineShown> headlines) {
    public Part {
      headlines = List.copyOf(headlines);
    }
  }

  /**
   * The overview.
   *
   * @param about period, area and last day read
   * @param parts fields of work with figures in this period
   * @param silent those without
   */
  public record Shown(
      String about,
      PeriodChoice periods,
      List<Vantage.Choice> areas,
      String day,
      List<Part> parts,
      List<String> silent) {
    public Shown {
      areas = List.copyOf(areas);
      parts = List.copyOf(parts);
      silent = List.copyOf(silent);
    }
  }

  /** What an address asks for. */
  record Wanted(
      @Nullable String period,
      @Nullable String year,
      @Nullable String part,
      @Nullable String area,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day) {}

  @GetMapping("/{town}/overview")
  String overview(Town town, Clearance who, @ModelAttribute Wanted wanted, Model model) {
    BooksSpan.Span span = books.of(town);
    TownRules current = rules.of(town);
    Vantage vantage = new Vantage(who, current);
    String area = vantage.area(Objects.requireNonNullElse(wanted.area(), ""));
    Period period = PeriodChoice.read(wanted.period(), wanted.year(), wanted.part(), span);
    LocalDate through = wanted.day() == null ? rules.today() : wanted.day();
    List<Part> parts = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    for (Overviews.Section section : overviews.sections(who, area, period, through)) {
      if (section.headlines().stream().allMatch(OverviewPages::empty)) {
        silent.add(section.pack().title());
      } else {
        parts.add(part(town, section, new Point(null, wanted.day())));
      }
    }
    model.addAttribute(
        "shown",
        new Shown(
            about(period, Panels.name(current.areas(), area), through),
            PeriodChoice.of(period, span),
            vantage.choices(area),
            wanted.day() == null ? "" : wanted.day().toString(),
            parts,
            silent));
    return "figures/overview";
  }

  private static Part part(Town town, Overviews.Section section, Point at) {
    return new Part(
        section.pack().title(),
        section.pack().name(),
        section.headlines().stream().map(h -> HeadlineShown.of(town.code(), h, at)).toList());
  }

  static String about(Period period, String area, LocalDate through) {
    LocalDate last = period.to().isBefore(through) ? period.to() : through;
    return Labels.period(period) + " · " + area + " · 截至" + Labels.day(last);
  }

  /** Nothing stands in the books, and nothing was meant to. */
  private static boolean empty(Overviews.Headline headline) {
    boolean nothing = headline.figure().value() == null || headline.figure().value().signum() == 0;
    boolean never =
        headline.course().stream().allMatch(s -> s.value() == null || s.value().signum() == 0);
    return nothing && never && headline.target().value() == null;
  }
}
