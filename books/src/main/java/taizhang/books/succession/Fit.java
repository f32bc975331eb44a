package taizhang.books.succession;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;
import taizhang.books.pack.Acceptance;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Packs;
import taizhang.books.pack.PostingRule;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;

/** Whether a record that was entered earlier fits what its ledger declares now. */
public final class Fit {

  private final Packs packs;

  public Fit(Packs packs) {
    this.packs = packs;
  }

  /**
   * What no longer fits of a record as it stands: values of another kind than the field holds now,
   * fields that must be filled and are not, rules that do not hold, fields and ledgers that are
   * declared no longer. What depends on the day it is asked is no matter of fit.
   */
  public List<Problem> of(String code, Image image, String state) {
    Ledger ledger = packs.ledger(code);
    if (ledger == null) {
      Ledger former = packs.everDeclared(code);
      return List.of(
          Problem.of(ProblemCode.LEDGER_RETIRED, former == null ? code : former.title()));
    }
    List<Problem> problems = new ArrayList<>();
    image.fields().forEach((name, value) -> value(ledger, name, value, problems));
    rules(ledger, image, state, problems);
    return problems;
  }

  /** True for what needs nobody to do anything: it only stays as it was. */
  public static boolean kept(Problem problem) {
    return problem.code() == ProblemCode.FIELD_RETIRED
        || problem.code() == ProblemCode.LEDGER_RETIRED;
  }

  private void value(Ledger ledger, String name, Value value, List<Problem> problems) {
    Field field = ledger.fields().get(name);
    if (field == null) {
      Field once = ledger.retired().get(name);
      boolean sealed = once != null && once.classification().sealed();
      String title = once == null ? name : once.title();
      String held = sealed ? "••••••" : value.asText();
      problems.add(Problem.of(ProblemCode.FIELD_RETIRED, title, held).in(name));
    } else if (!field.classification().sealed()) {
      problems.addAll(
          Acceptance.ofValue(field, value).stream().map(problem -> problem.in(name)).toList());
      if (field.type() == FieldType.INDICATOR && packs.indicator(bare(value.asText())) == null) {
        String gone = "指标台账已没有它";
        problems.add(Problem.of(ProblemCode.NOT_AN_INDICATOR, value.asText(), gone).in(name));
      }
    }
  }

  private static String bare(String indicator) {
    return indicator.endsWith(PostingRule.TARGET)
        ? indicator.substring(0, indicator.length() - PostingRule.TARGET.length())
        : indicator;
  }

  private static void rules(Ledger ledger, Image image, String state, List<Problem> problems) {
    boolean complete = true;
    for (Map.Entry<String, Field> field : ledger.fields().entrySet()) {
      if (field.getValue().required() && image.text(field.getKey()).isEmpty()) {
        String title = field.getValue().title();
        problems.add(Problem.of(ProblemCode.MISSING_FIELD, title).in(field.getKey()));
        complete = false;
      }
    }
    for (Ledger.Check check : ledger.checks()) {
      boolean dated = check.condition().text().contains("today");
      if (complete && !dated && !check.condition().holds(image, state)) {
        problems.add(Problem.of(ProblemCode.CHECK_FAILED, check.say()));
      }
    }
  }
}
