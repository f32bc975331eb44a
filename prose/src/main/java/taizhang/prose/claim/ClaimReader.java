package taizhang.prose.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.prose.catalogue.Catalogue;
import taizhang.prose.number.Quantity;
import taizhang.prose.number.QuantityScanner;
import taizhang.prose.text.Line;
import taizhang.prose.text.Part;
import taizhang.prose.text.Report;
import taizhang.prose.text.Stretch;

/** Reads the claims of a report, line by line. */
public final class ClaimReader {

  private final Catalogue catalogue;

  /** A reader that matches claims with the given indicators. */
  public ClaimReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The claims of a report in the order of its text.
   *
   * @param first the number the first claim's id takes, 1 for the first report of a text
   */
  public List<Claim> read(Report report, int first) {
    List<Claim> claims = new ArrayList<>();
    ScopeFinder scopes = new ScopeFinder(report);
    Stretch stretch = new Stretch();
    for (Line line : report.lines()) {
      boolean term = stretch.spansTerm(line);
      List<Quantity> quantities = QuantityScanner.scan(line.text());
      if (!quantities.isEmpty()) {
        List<Draft> drafts = drafts(report, line, quantities, term);
        for (Draft draft : drafts) {
          draft.number = first + claims.size();
          claims.add(claim(line, draft, scopes.scope(line.text(), draft)));
        }
      }
    }
    return claims;
  }

  private static List<Draft> drafts(
      Report report, Line line, List<Quantity> quantities, boolean term) {
    String text = line.text();
    List<Draft> drafts = Drafts.of(text, quantities);
    Part at = report.partAt(line.number(), text.length());
    Part from = report.partAt(line.number(), 0);
    TimeMarks marks = TimeMarks.of(text, report.years(), at);
    TimeMarks early = at == from ? marks : TimeMarks.of(text, report.years(), from);
    for (Draft draft : drafts) {
      Part part = at == from ? at : report.partAt(line.number(), draft.quantity.start());
      complete(text, draft, part, report, part == at ? marks : early, term);
    }
    Respective.apply(text, drafts);
    ParentFinder.find(text, drafts);
    return drafts;
  }

  private static void complete(
      String text, Draft draft, Part part, Report report, TimeMarks marks, boolean term) {
    RoleFinder.find(text, draft);
    TimeMark mark = marks.holding(draft);
    KindFinder.find(text, draft, part, report.years(), mark);
    SubjectFinder.find(text, draft, marks);
    draft.period = period(draft, part, report, mark);
    String span = Periods.averaged(text, draft, marks, report.years());
    if (!span.isEmpty()) {
      draft.period = span;
    } else if (mark == null && term && part == Part.REVIEW && draft.kind == Kind.ACTUAL) {
      draft.period = Periods.ofTerm(text, draft, report.years());
    }
  }

  private static String period(Draft draft, Part part, Report report, @Nullable TimeMark mark) {
    if (draft.kind == Kind.STANDING) {
      boolean named = mark != null && mark.start() >= draft.clause.start() && !mark.partial();
      boolean listed = draft.quantity.unit().dimension().equals("group");
      return named && listed && mark != null ? mark.period() : "";
    }
    if (mark != null) {
      return mark.period();
    }
    if (draft.kind == Kind.TARGET && part == Part.REVIEW) {
      return "";
    }
    int year = report.years().of(part);
    return year == 0 ? "" : Integer.toString(year);
  }

  private Claim claim(Line line, Draft draft, String scope) {
    Quantity quantity = draft.quantity;
    boolean negative = draft.decrease && quantity.value().signum() > 0;
    BigDecimal value = negative ? quantity.value().negate() : quantity.value();
    BigDecimal high =
        quantity.high() == null || !negative ? quantity.high() : quantity.high().negate();
    Catalogue.Fit fit = catalogue.fit(draft.subject, quantity.unit());
    return new Claim(
        "c" + draft.number,
        line.number(),
        quantity.start(),
        quantity.end(),
        line.text().substring(quantity.start(), quantity.end()),
        value,
        high,
        negative ? negated(quantity) : quantity.printed(),
        quantity.unit(),
        draft.approx,
        draft.role,
        draft.kind,
        draft.subject,
        scope,
        draft.period,
        draft.parent == null ? null : "c" + draft.parent.number,
        fit == null ? null : fit.code(),
        fit == null ? 0 : fit.score());
  }

  private static String negated(Quantity quantity) {
    return "-" + quantity.printed().replace("..", "..-");
  }
}
