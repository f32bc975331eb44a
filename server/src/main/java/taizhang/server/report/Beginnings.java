package taizhang.server.report;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import taizhang.books.figure.Point;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/** Begins a year's report from the one before it. */
@Service
public class Beginnings {

  private final Dossiers dossiers;
  private final Reports reports;

  Beginnings(Dossiers dossiers, Reports reports) {
    this.dossiers = dossiers;
    this.reports = reports;
  }

  /** What a year's report promised: where next year's may begin its review. */
  public List<String> promises(Readership who, int year) {
    who.mustWrite();
    Dossier dossier = dossiers.open(who.who().town(), year);
    return NextYear.promises(reports.compose(dossier.draft().outline(), Point.NOW));
  }

  /**
   * Begins the report of the year after.
   *
   * @param chosen which of the promises it shall answer for, by their place from 0
   * @param became what became of a promise, in a sentence with citations; empty where nobody knows
   * @return the year
   * @throws Refusal where that year has a report already
   */
  public int begin(Readership who, int year, Set<Integer> chosen, UnaryOperator<String> became) {
    who.mustWrite();
    String town = who.who().town();
    if (reports.list(town).stream().anyMatch(head -> head.year() == year + 1)) {
      throw Refusal.of(ProblemCode.ALREADY, (year + 1) + "年政府工作报告已经有了，请直接打开");
    }
    List<String> promises = promises(who, year);
    List<String> taken =
        chosen.stream().sorted().filter(i -> i < promises.size()).map(promises::get).toList();
    Outline outline = dossiers.open(town, year).draft().outline();
    reports.save(NextYear.of(outline, taken, became), who.author());
    return year + 1;
  }
}
