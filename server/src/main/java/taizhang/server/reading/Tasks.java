package taizhang.server.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.entry.Receipt;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Pack;
import taizhang.books.period.Period;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.prose.catalogue.Catalogue;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Role;
import taizhang.prose.commitment.Commitment;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.TownRules;
import taizhang.server.matter.Commitments;

/** Makes tasks of what a text promises (立为任务), each once. */
@Service
public class Tasks {

  private static final int LONGEST_NAME = 100;
  private static final double LIKELY = 0.6;

  private final Commitments commitments;
  private final Marginalia marginalia;
  private final Figures figures;

  Tasks(Commitments commitments, Marginalia marginalia, Figures figures) {
    this.figures = figures;
    this.commitments = commitments;
    this.marginalia = marginalia;
  }

  /** The ledger of tasks; refused where the town has none, or the person may not enter there. */
  public static Ledger ledger(Clearance who, TownRules rules) {
    Ledger ledger = rules.packs().ledger(Commitments.TASK);
    if (ledger == null) {
      throw Refusal.of(ProblemCode.ALREADY, "本镇没有启用“督查督办与整改”模块；请系统管理员在业务模块里启用");
    }
    if (!who.may(Right.WRITE, ledger, rules.areas().root().code())) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "登记“" + ledger.title() + "”");
    }
    return ledger;
  }

  /**
   * What the reading knows of the tasks that commitments become; the rest is for a person to fill
   * in. A target of growth is reckoned from the books' figure of the year before.
   */
  public List<TaskDraft> drafts(
      Clearance who, TownRules rules, Perusal perusal, Margin margin, List<Commitment> of) {
    Matching matching = new Matching(rules, perusal, margin);
    return of.stream().map(c -> draft(who, rules, perusal, matching, c)).toList();
  }

  private TaskDraft draft(
      Clearance who, TownRules rules, Perusal perusal, Matching matching, Commitment of) {
    Claim target = of.target() == null ? null : perusal.claims().get(of.target());
    Indicator indicator = target == null ? null : indicator(rules, perusal, matching, target);
    int year = perusal.planYear(of);
    return new TaskDraft(
        perusal.name(of.id()),
        of.text(),
        of.text().length() > LONGEST_NAME ? of.text().substring(0, LONGEST_NAME) : of.text(),
        indicator == null ? "" : owner(rules, indicator),
        due(of.deadline(), year),
        indicator == null ? "" : indicator.code(),
        indicator == null || target == null ? "" : amount(who, rules, indicator, target, year));
  }

  /** How much a target claim asks for in its indicator's unit, empty where that is not told. */
  private String amount(
      Clearance who, TownRules rules, Indicator indicator, Claim target, int year) {
    if (Matching.growth(target, indicator)) {
      return year > 0 && who.reads(indicator, rules.areas().root().code())
          ? grown(
              figures.read(who, FigureQuery.of(indicator.code(), Period.year(year - 1))), target)
          : "";
    }
    return target.role() == Role.LEVEL || target.role() == Role.RATE
        ? Reported.value(target, indicator).toPlainString()
        : "";
  }

  private static String grown(Figure before, Claim growth) {
    BigDecimal value = before.value();
    return value == null
        ? ""
        : value
            .multiply(BigDecimal.ONE.add(growth.value().movePointLeft(2)))
            .setScale(0, RoundingMode.HALF_UP)
            .toPlainString();
  }

  /** The indicator a target speaks of, else the likeliest by name. */
  private static @Nullable Indicator indicator(
      TownRules rules, Perusal perusal, Matching matching, Claim claim) {
    Indicator matched = matching.of(claim);
    if (matched != null || matching.chosen(claim)) {
      return matched;
    }
    for (Catalogue.Fit fit : perusal.catalogue().candidates(claim.subject(), claim.unit(), 1)) {
      if (fit.score() >= LIKELY) {
        return rules.packs().indicator(fit.code());
      }
    }
    return null;
  }

  private static String owner(TownRules rules, Indicator indicator) {
    String pack = indicator.code().substring(0, indicator.code().indexOf('.'));
    return rules.packs().packs().stream()
        .filter(p -> p.name().equals(pack))
        .map(Pack::owner)
        .findFirst()
        .orElse("");
  }

  /**
   * The last day a deadline's words allow, in a year: 6月底前 is 30 June, 上半年 too, 年内 the last day of
   * the year; empty where neither words nor year tell.
   */
  static String due(String words, int year) {
    if (words.matches("\\d{4}")) {
      return words + "-12-31";
    }
    if (words.matches("\\d{4}-\\d{2}")) {
      return YearMonth.parse(words).atEndOfMonth().toString();
    }
    if (year == 0) {
      return "";
    }
    return switch (words) {
      case "上半年" -> year + "-06-30";
      case "一季度" -> year + "-03-31";
      case "春节前" -> year + "-01-31";
      case "汛期前" -> year + "-05-31";
      default -> year + "-12-31";
    };
  }

  /** What is wrong in drafts, by fingerprint. */
  public static Map<String, String> problems(TownRules rules, List<TaskDraft> drafts) {
    Map<String, String> problems = new HashMap<>();
    for (TaskDraft draft : drafts) {
      String problem = problem(rules, draft);
      if (!problem.isEmpty()) {
        problems.put(draft.fingerprint(), problem);
      }
    }
    return problems;
  }

  private static String problem(TownRules rules, TaskDraft draft) {
    if (draft.name().isBlank()) {
      return "写明任务";
    }
    if (draft.department().isBlank()) {
      return "选责任单位";
    }
    if (day(draft.due()) == null) {
      return "填完成时限";
    }
    if (!draft.indicator().isEmpty() && rules.packs().indicator(draft.indicator()) == null) {
      return "没有这个指标";
    }
    if (!draft.target().isBlank() && amount(draft.target()) == null) {
      return "目标值应是数字";
    }
    return draft.indicator().isEmpty() && !draft.target().isBlank() ? "有目标值时选指标" : "";
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable BigDecimal amount(String text) {
    try {
      return text.isBlank() ? null : new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Makes tasks; a commitment that is one already stays as it is.
   *
   * @param source where the commitments stand: 《…》
   * @return how many were made
   * @throws Refusal where a draft is wrong or the person may not
   */
  public int make(
      Clearance who,
      TownRules rules,
      int document,
      String source,
      int year,
      List<TaskDraft> drafts) {
    ledger(who, rules);
    Map<String, String> problems = problems(rules, drafts);
    if (!problems.isEmpty()) {
      throw Refusal.of(ProblemCode.CHECK_FAILED, String.join("、", problems.values()));
    }
    Margin margin = marginalia.of(who, document);
    List<TaskDraft> fresh = new ArrayList<>();
    for (TaskDraft draft : drafts) {
      if (margin.record(Made.TASK, draft.fingerprint()) == 0) {
        fresh.add(draft);
      }
    }
    List<Receipt> receipts =
        commitments.adopt(who, year, fresh.stream().map(d -> task(d, source)).toList());
    List<Marginalia.Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < receipts.size(); i++) {
      TaskDraft draft = fresh.get(i);
      sentences.add(
          new Marginalia.Sentence(draft.fingerprint(), draft.sentence(), receipts.get(i)));
    }
    marginalia.became(who, document, Made.TASK, sentences);
    return sentences.size();
  }

  private static Commitments.Task task(TaskDraft draft, String source) {
    return new Commitments.Task(
        draft.name().strip(),
        draft.department(),
        LocalDate.parse(draft.due()),
        draft.indicator(),
        amount(draft.target()),
        source,
        draft.sentence());
  }
}
