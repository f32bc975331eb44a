package taizhang.prose.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Kind;
import taizhang.prose.claim.Role;
import taizhang.prose.number.Approx;
import taizhang.prose.number.Interval;

/** Figures that cannot be, by themselves or beside the whole they are part of. */
final class FigureCheck implements Check {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String[] AT_MOST_ALL = {
    "覆盖率", "合格率", "普及率", "参保率", "达标率", "办结率", "满意率", "回复率", "处理率", "巩固率"
  };

  /** What converts by a factor: 公顷 and 亩, 公里 and 米. */
  private static final Set<String> MEASURES =
      Set.of("area", "mass", "length", "volume", "energy", "power");

  /** Kilograms of grain an 亩 gives at the most, two harvests counted. */
  private static final BigDecimal BEST_YIELD = BigDecimal.valueOf(1000);

  @Override
  public void run(Checked checked, Findings findings) {
    for (Claim claim : checked.claims()) {
      part(checked, claim, findings);
      percent(checked, claim, findings);
      progress(checked, claim, findings);
    }
    harvest(checked, findings);
    industries(checked, findings);
  }

  private static void part(Checked checked, Claim claim, Findings findings) {
    Claim whole = claim.parent() == null ? null : checked.byId().get(claim.parent());
    boolean both =
        whole != null
            && claim.role() == Role.LEVEL
            && whole.role() == Role.LEVEL
            && claim.kind() == whole.kind();
    if (whole == null
        || !both
        || claim.high() != null
        || !claim.unit().dimension().equals(whole.unit().dimension())) {
      return;
    }
    BigDecimal part = claim.value().multiply(claim.unit().factor());
    BigDecimal all = whole.value().multiply(whole.unit().factor());
    boolean measured = MEASURES.contains(claim.unit().dimension());
    boolean comparable =
        claim.unit().money() || measured || claim.unit().name().equals(whole.unit().name());
    if (comparable && part.compareTo(all) > 0 && whole.approx() != Approx.OVER) {
      findings.add(
          "number.part",
          checked,
          claim,
          claim.text() + " > " + whole.text() + "（" + whole.subject() + "）",
          "核对两数");
    }
  }

  private static void percent(Checked checked, Claim claim, Findings findings) {
    boolean over = claim.unit().name().equals("%") && claim.value().compareTo(HUNDRED) > 0;
    if (over
        && (claim.role() == Role.SHARE || claim.role() == Role.RATE && bounded(claim.subject()))) {
      findings.add("number.range", checked, claim, claim.text() + " > 100%", "核对数值或改为“倍”");
    }
  }

  private static boolean bounded(String subject) {
    for (String rate : AT_MOST_ALL) {
      if (subject.endsWith(rate)) {
        return true;
      }
    }
    return false;
  }

  /** 截至10月底 is 83.3% of the year. */
  private static void progress(Checked checked, Claim claim, Findings findings) {
    String period = claim.period();
    boolean fromJanuary = period.length() == 15 && period.startsWith("-01/", 4);
    if (claim.role() != Role.COMPLETION || !fromJanuary || claim.kind() != Kind.ACTUAL) {
      return;
    }
    int month = Integer.parseInt(period.substring(13));
    double due = month * 100.0 / 12;
    if (claim.value().doubleValue() < due - 0.05) {
      String evidence =
          String.format(java.util.Locale.ROOT, "%d/12 = %.1f%% > %s", month, due, claim.text());
      findings.add("number.progress", checked, claim, evidence, "说明原因和补足措施");
    }
  }

  /** 粮食产量 ÷ 粮食面积 beyond what land gives. */
  private static void harvest(Checked checked, Findings findings) {
    Claim area = null;
    for (Claim claim : checked.claims()) {
      if (claim.role() != Role.LEVEL || !claim.subject().contains("粮食")) {
        continue;
      }
      if (claim.unit().dimension().equals("area")) {
        area = claim;
      } else if (claim.unit().dimension().equals("mass")
          && area != null
          && claim.line() == area.line()
          && claim.kind() == area.kind()) {
        plausible(checked, area, claim, findings);
      }
    }
  }

  private static void plausible(Checked checked, Claim area, Claim output, Findings findings) {
    BigDecimal land = area.value().multiply(area.unit().factor());
    if (land.signum() <= 0 || !output.subject().contains("产")) {
      return;
    }
    BigDecimal perMu =
        output.value().multiply(output.unit().factor()).divide(land, MathContext.DECIMAL32);
    if (perMu.compareTo(BEST_YIELD) > 0) {
      String evidence =
          output.text()
              + " ÷ "
              + area.text()
              + " = "
              + perMu.setScale(0, java.math.RoundingMode.HALF_UP)
              + " 公斤/亩";
      findings.add("number.yield", checked, output, evidence, "核对面积与产量的口径");
    }
  }

  /** The three industries make up the product they are given with in one sentence. */
  private static void industries(Checked checked, Findings findings) {
    List<Claim> levels =
        checked.claims().stream()
            .filter(claim -> claim.role() == Role.LEVEL && claim.unit().name().equals("元"))
            .toList();
    for (int i = 0; i + 3 < levels.size(); i++) {
      Claim whole = levels.get(i);
      boolean product =
          whole.subject().contains("生产总值")
              && !whole.subject().contains("人均")
              && whole.approx() == Approx.EXACT;
      boolean named =
          levels.get(i + 1).subject().contains("第一产业")
              && levels.get(i + 2).subject().contains("第二产业")
              && levels.get(i + 3).subject().contains("第三产业")
              && levels.get(i + 3).line() == whole.line();
      if (product && named) {
        Interval sum =
            Interval.of(levels.get(i + 1).value())
                .plus(Interval.of(levels.get(i + 2).value()))
                .plus(Interval.of(levels.get(i + 3).value()));
        if (!sum.meets(Interval.of(whole.value()))) {
          String evidence =
              levels.get(i + 1).text()
                  + " + "
                  + levels.get(i + 2).text()
                  + " + "
                  + levels.get(i + 3).text()
                  + " ≠ "
                  + whole.text();
          findings.add("number.sum", checked, whole, evidence, "核对三次产业与总值");
        }
      }
    }
  }
}
