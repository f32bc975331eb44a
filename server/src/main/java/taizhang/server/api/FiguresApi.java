package taizhang.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.books.period.Period;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.api.Answers.FigureAnswer;
import taizhang.server.api.Answers.LineageAnswer;
import taizhang.server.figure.Figures;
import taizhang.server.report.Composition;
import taizhang.server.report.Dossiers;
import taizhang.server.report.Readership;
import taizhang.server.report.Reports;
import taizhang.server.report.VersionHead;
import taizhang.server.report.Versions;

/** Figures, what stands behind them, and the reports that cite them. */
@RestController
@RequestMapping(path = "/api/v1/{town}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "figures")
class FiguresApi {

  private static final int MOST = 500;
  private static final int INDICATORS_MOST = 50;

  private final Figures figures;
  private final Reports reports;
  private final Dossiers dossiers;
  private final Versions versions;

  FiguresApi(Figures figures, Reports reports, Dossiers dossiers, Versions versions) {
    this.figures = figures;
    this.reports = reports;
    this.dossiers = dossiers;
    this.versions = versions;
  }

  @GetMapping("/figures")
  @Operation(summary = "Up to 50 indicators at one area for one period, at one instant")
  List<FigureAnswer> figures(
      @PathVariable String town,
      Clearance who,
      @RequestParam List<String> indicator,
      @RequestParam String period,
      @RequestParam(required = false) @Nullable String area,
      @RequestParam(required = false) @Nullable Long seq,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate day,
      @RequestParam(defaultValue = "") String slice) {
    BooksApi.between(indicator.size(), 1, INDICATORS_MOST, "indicator");
    List<FigureQuery> queries =
        indicator.stream().map(code -> query(code, period, area, seq, day, slice)).toList();
    return figures.readAll(who, queries).stream()
        .map(figure -> FigureAnswer.of(figure, figures.indicator(town, figure.indicator())))
        .toList();
  }

  @GetMapping("/figures/{indicator}/lineage")
  @Operation(summary = "A figure with the entries behind it that the caller may see, newest first")
  LineageAnswer lineage(
      @PathVariable String town,
      @PathVariable String indicator,
      Clearance who,
      @RequestParam String period,
      @RequestParam(required = false) @Nullable String area,
      @RequestParam(required = false) @Nullable Long seq,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate day,
      @RequestParam(defaultValue = "") String slice,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "0") int offset) {
    BooksApi.between(limit, 1, MOST, "limit");
    BooksApi.between(offset, 0, Integer.MAX_VALUE - MOST, "offset");
    FigureQuery query = query(indicator, period, area, seq, day, slice);
    FigureAnswer figure =
        FigureAnswer.of(figures.read(who, query), figures.indicator(town, indicator));
    return LineageAnswer.of(
        figure, figures.extent(who, query), figures.sources(who, query, limit, offset));
  }

  @GetMapping("/reports")
  @Operation(summary = "Reports of the town")
  List<Answers.ReportAnswer> reports(@PathVariable String town, Clearance who) {
    boolean drafts = new Readership(who).drafts();
    return dossiers.years(town).stream()
        .filter(year -> drafts || who.may(Right.READ) && year.published())
        .map(year -> Answers.ReportAnswer.of(year, drafts))
        .toList();
  }

  @GetMapping("/reports/{year}")
  @Operation(summary = "The draft of a year as it reads now; who may not see it, what is public")
  Answers.ReportText report(@PathVariable String town, @PathVariable int year, Clearance who) {
    Composition report =
        new Readership(who).drafts()
            ? reports.compose(town, year, Point.NOW)
            : published(town, year, who);
    return new Answers.ReportText(
        year,
        report.outline().title(),
        report.seq(),
        report.day(),
        report.lines().stream()
            .map(line ->
                new Answers.ReportLine(line.kind().name().toLowerCase(Locale.ROOT), line.text()))
            .toList());
  }

  private Composition published(String town, int year, Clearance who) {
    VersionHead newest = who.may(Right.READ) ? dossiers.open(town, year).published() : null;
    if (newest == null) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "查阅未公开的报告", "read a report that is not public");
    }
    return versions.paper(versions.find(town, year, newest.number()));
  }

  private static FigureQuery query(
      String code,
      String period,
      @Nullable String area,
      @Nullable Long seq,
      @Nullable LocalDate day,
      String slice) {
    FigureQuery whole =
        new FigureQuery(code, null, span(period), new Point(seq, day), false, false, slice);
    return area == null ? whole : whole.in(area);
  }

  private static Period span(String text) {
    try {
      return Period.parse(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(ProblemCode.NOT_A_PERIOD, text);
    }
  }
}
