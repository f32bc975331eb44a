package taizhang.prose.finding;

import java.util.List;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Role;
import taizhang.prose.number.Approx;
import taizhang.prose.number.Interval;
import taizhang.prose.text.Line;

/** 由A增加到B，增长x%: the change between the two must be what is said, as far as rounding allows. */
final class GrowthCheck implements Check {

  private static final int LOOK_BACK = 16;

  @Override
  public void run(Checked checked, Findings findings) {
    List<Claim> claims = checked.claims();
    for (int i = 0; i + 2 < claims.size(); i++) {
      Claim from = claims.get(i);
      Claim to = claims.get(i + 1);
      Claim growth = claims.get(i + 2);
      if (chained(checked, from, to, growth)) {
        compare(checked, from, to, growth, findings);
      }
    }
  }

  private static boolean chained(Checked checked, Claim from, Claim to, Claim growth) {
    boolean roles =
        from.role() == Role.LEVEL
            && to.role() == Role.LEVEL
            && growth.role() == Role.GROWTH
            && growth.unit().name().equals("%");
    boolean alike =
        from.line() == growth.line()
            && from.unit().name().equals(to.unit().name())
            && growth.approx() == Approx.EXACT
            && from.approx() == Approx.EXACT
            && to.approx() == Approx.EXACT
            && to.id().equals(growth.parent());
    if (!roles || !alike || from.value().signum() <= 0 || to.value().signum() <= 0) {
      return false;
    }
    Line line = checked.line(from);
    String before = line.text().substring(Math.max(0, from.start() - LOOK_BACK), from.start());
    String between = line.text().substring(from.end(), to.start());
    String after = line.text().substring(to.end(), growth.start());
    boolean moves =
        (before.contains("由") || before.contains("从"))
            && (between.contains("到") || between.contains("至") || between.contains("为"));
    return moves
        && between.length() <= 14
        && after.length() <= 8
        && !after.contains("年均")
        && !after.contains("可比")
        && !after.contains("比");
  }

  private static void compare(
      Checked checked, Claim from, Claim to, Claim growth, Findings findings) {
    Interval told = Interval.of(growth.value());
    Interval reckoned = Interval.of(to.value()).changeFrom(Interval.of(from.value()));
    if (Interval.of(from.value()).low().signum() > 0 && !reckoned.meets(told)) {
      String evidence =
          to.text() + " ÷ " + from.text() + " − 1 = " + reckoned.shown() + "，文中为 " + growth.text();
      findings.add("number.growth", checked, growth, evidence, "核对增幅或注明可比口径");
    }
  }
}
