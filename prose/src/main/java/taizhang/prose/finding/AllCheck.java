package taizhang.prose.finding;

import java.math.BigDecimal;
import java.util.List;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Kind;
import taizhang.prose.claim.Role;
import taizhang.prose.number.Approx;

/** What is said to be done to the last: 办结率100%. Whoever reads it asks for the list. */
final class AllCheck implements Check {

  private static final List<String> DOING = ProblemCheck.words("doing");

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  @Override
  public void run(Checked checked, Findings findings) {
    for (Claim claim : checked.claims()) {
      boolean done =
          ProblemCheck.first(DOING, claim.subject()) != null
              && claim.kind() == Kind.ACTUAL
              && (claim.role() == Role.RATE || claim.role() == Role.COMPLETION)
              && claim.approx() == Approx.EXACT;
      if (done && claim.unit().name().equals("%") && claim.value().compareTo(ALL) == 0) {
        findings.add(
            "number.all", checked, claim, claim.subject() + " = " + claim.text(), "附上清单，写明总数");
      }
    }
  }
}
