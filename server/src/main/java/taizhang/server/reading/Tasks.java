package taizhang.server.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.entry.Receipt;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.TownRules;
import taizhang.server.matter.Commitments;

/** Makes tasks of what a text promises (立为任务), each once. */
@Service
public class Tasks {

  private final Commitments commitments;
  private final Marginalia marginalia;

  Tasks(Commitments commitments, Marginalia marginalia) {
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

  /** What is wrong in drafts, by fingerprint. */
  public static Map<String, String> problems(TownRules rules, List<TaskDraft> drafts) {
    Map<String, String> problems = new LinkedHashMap<>();
    for (TaskDraft draft : drafts) {
      String problem = draft.problem(rules.packs());
      if (!problem.isEmpty()) {
        problems.put(draft.fingerprint(), problem);
      }
    }
    return problems;
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
    List<TaskDraft> fresh =
        drafts.stream().filter(d -> margin.record(Made.TASK, d.fingerprint()) == 0).toList();
    List<Receipt> receipts =
        commitments.adopt(who, year, fresh.stream().map(d -> d.task(source)).toList());
    marginalia.became(who, document, Made.TASK, sentences(fresh, receipts));
    return receipts.size();
  }

  private static List<Marginalia.Sentence> sentences(
      List<TaskDraft> drafts, List<Receipt> receipts) {
    List<Marginalia.Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < receipts.size(); i++) {
      TaskDraft draft = drafts.get(i);
      sentences.add(
          new Marginalia.Sentence(draft.fingerprint(), draft.sentence(), receipts.get(i)));
    }
    return sentences;
  }
}
