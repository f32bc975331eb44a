package taizhang.server.web.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.area.Area;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.period.Period;
import taizhang.books.question.Question;
import taizhang.books.question.QuestionReader;
import taizhang.books.wording.Wording;
import taizhang.server.figure.BooksSpan;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.web.Labels;
import taizhang.server.web.PanelLinks;
import taizhang.server.web.Panels;

/** Answers questions for numbers, as far as the asking person may read them. */
@Component
public class Answers {

  private final Figures figures;
  private final BooksSpan books;
  private final Rules rules;

  Answers(Figures figures, BooksSpan books, Rules rules) {
    this.figures = figures;
    this.books = books;
    this.rules = rules;
  }

  /**
   * One number that may be the answer.
   *
   * @param words the figure as officials write it
   * @param exact in full with its unit, empty where it says no more
   * @param about period, area, last day
   * @param caliber what is counted, empty where nothing is said
   * @param sentence to copy
   */
  public record Answer(
      String title,
      String words,
      String exact,
      String about,
      String caliber,
      String authority,
      String sentence,
      String href,
      boolean missing) {}

  /**
   * What a question came to.
   *
   * @param answer the number asked for, null where several may be meant or none is
   * @param others other numbers that may be meant, the likeliest first
   * @param note what was taken for granted, empty where nothing was
   */
  public record Reply(
      String asked, String subject, @Nullable Answer answer, List<Answer> others, String note) {
    public Reply {
      others = List.copyOf(others);
    }
  }

  Reply reply(Town town, Clearance who, String asked) {
    TownRules current = rules.of(town);
    Vantage vantage = new Vantage(who, current);
    LocalDate today = rules.today();
    Question question =
        new QuestionReader(vantage.indicators(), current.areas()).read(asked, today);
    Period usual = PeriodChoice.usual(books.of(town));
    List<Answer> answers = answers(who, vantage, question, usual);
    boolean clear = question.clear() && !answers.isEmpty();
    return new Reply(
        asked,
        question.subject(),
        clear ? answers.getFirst() : null,
        clear ? answers.subList(1, answers.size()) : answers,
        note(question, usual));
  }

  private List<Answer> answers(Clearance who, Vantage vantage, Question question, Period usual) {
    List<Asked> asked = new ArrayList<>();
    for (Question.Guess guess : question.guesses()) {
      String area = area(question.area(), guess.indicator(), vantage);
      if (area != null) {
        asked.add(asked(question, guess.indicator(), area, usual));
      }
    }
    List<Figure> read = figures.readAll(who, asked.stream().map(Asked::query).toList());
    List<Answer> answers = new ArrayList<>();
    for (int n = 0; n < read.size(); n++) {
      answers.add(answer(who.town(), asked.get(n), read.get(n), vantage.rules()));
    }
    return answers;
  }

  /** Titles that a question may go on to, the likeliest first; nothing is read for them. */
  List<String> suggestions(Town town, Clearance who, String asked) {
    TownRules current = rules.of(town);
    Vantage vantage = new Vantage(who, current);
    return new QuestionReader(vantage.indicators(), current.areas())
        .read(asked, rules.today()).guesses().stream()
            .map(guess -> guess.indicator().title())
            .toList();
  }

  private record Asked(Indicator indicator, FigureQuery query) {}

  private static Asked asked(Question question, Indicator indicator, String area, Period usual) {
    Period period = question.period();
    FigureQuery query =
        FigureQuery.of(indicator.code(), period == null ? usual : period)
            .in(area)
            .at(new Point(null, question.asOf()));
    return new Asked(indicator, query);
  }

  private static @Nullable String area(@Nullable Area named, Indicator indicator, Vantage vantage) {
    if (named == null) {
      return vantage.highest(indicator);
    }
    return vantage.who().reads(indicator, named.code()) ? named.code() : null;
  }

  private static String note(Question question, Period usual) {
    return question.period() == null && question.asOf() == null
        ? "问题里没有说时间，按" + Labels.period(usual) + "回答。"
        : "";
  }

  private static Answer answer(String town, Asked asked, Figure figure, TownRules rules) {
    Indicator indicator = asked.indicator();
    String words = Wording.write(figure.value(), indicator.unit(), indicator.print()).text();
    String exact = figure.value() == null ? "" : Labels.number(figure.value()) + indicator.unit();
    String place = Panels.name(rules.areas(), figure.area());
    Period period = figure.period();
    boolean open = period.to().isAfter(figure.day());
    LocalDate through = open ? figure.day() : period.to();
    return new Answer(
        indicator.title(),
        words,
        exact.equals(words) ? "" : exact,
        Labels.period(period) + " · " + place + " · 截至" + Labels.day(through),
        Objects.requireNonNullElse(indicator.caliber(), ""),
        Labels.authority(indicator.authority()),
        figure.value() == null ? "" : sentence(indicator, place, words, period, through, open),
        PanelLinks.figure(town, asked.query()),
        figure.value() == null);
  }

  private static String sentence(
      Indicator indicator,
      String place,
      String words,
      Period period,
      LocalDate through,
      boolean open) {
    String when =
        indicator.kind() == IndicatorKind.STOCK || open
            ? "截至" + Labels.day(through)
            : Labels.period(period);
    boolean is =
        indicator.kind() == IndicatorKind.STOCK || indicator.kind() == IndicatorKind.COMPUTED;
    return when + "，" + place + indicator.title() + (is ? "为" : "") + words + "。";
  }
}
