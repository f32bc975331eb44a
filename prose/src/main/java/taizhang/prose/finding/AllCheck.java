package taizhang.prose.finding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Kind;
import taizhang.prose.claim.Role;
import taizhang.prose.number.Approx;

/**
 * What is said to be done to the last: 办结率100%. Whoever reads it asks for the list; and of
 * thousands, 评价44528条，好评率100%, whether those who were not asked are counted as content.
 */
final class AllCheck implements Check {

  private static final List<String> DOING = ProblemCheck.words("doing");

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** What is counted one by one; money and land are not asked whether they agree. */
  private static final Set<String> COUNTED = Set.of("count", "person", "person-times", "household");

  /** Of so many hardly ever all agree. */
  private static final BigDecimal MANY = BigDecimal.valueOf(1000);

  @Override
  public void run(Checked checked, Findings findings) {
    for (Claim claim : checked.claims()) {
      boolean all =
          claim.kind() == Kind.ACTUAL
              && (claim.role() == Role.RATE || claim.role() == Role.COMPLETION)
              && claim.approx() == Approx.EXACT
              && claim.high() == null
              && claim.unit().name().equals("%")
              && claim.value().compareTo(ALL) == 0;
      if (!all) {
        continue;
      }
      Claim whole = whole(checked, claim);
      if (whole != null) {
        findings.add(
            "number.perfect",
            checked,
            claim,
            whole.subject() + whole.text() + "，" + claim.subject() + "恰为" + claim.text(),
            "核对口径：未评价的、默认好评的是否计入，有没有不满意件；属实的写明统计范围");
      } else if (ProblemCheck.first(DOING, claim.subject()) != null) {
        findings.add(
            "number.all", checked, claim, claim.subject() + " = " + claim.text(), "附上清单，写明总数");
      }
    }
  }

  /** The many things that a rate is of, null where they are few or not told. */
  private static @Nullable Claim whole(Checked checked, Claim rate) {
    Claim whole = rate.parent() == null ? null : checked.byId().get(rate.parent());
    boolean counted =
        whole != null
            && whole.role() == Role.LEVEL
            && whole.kind() == Kind.ACTUAL
            && COUNTED.contains(whole.unit().dimension())
            && whole.value().compareTo(MANY) >= 0;
    return counted ? whole : null;
  }
}
