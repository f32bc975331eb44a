package taizhang.prose.finding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Role;
import taizhang.prose.number.Approx;
import taizhang.prose.number.Interval;
import taizhang.prose.text.Glyphs;
import taizhang.prose.text.Line;

/**
 * Wholes and their parts: parts given with 其中 come to no more than the whole, and to just the whole
 * where the rest is told; a rest of people or households that is told nowhere; a list that has
 * other than the number of members said after it.
 */
final class SumCheck implements Check {

  private static final String[] RESTS = {"其余", "剩余", "余下", "尚有", "还有", "其他"};

  private static final int REACH = 400;

  /** Less than this of a whole is plainly one part among others. */
  private static final BigDecimal NEARLY_ALL = new BigDecimal("0.85");

  @Override
  public void run(Checked checked, Findings findings) {
    Map<String, List<Claim>> parts = new LinkedHashMap<>();
    for (Claim claim : checked.claims()) {
      if (claim.parent() != null && claim.role() == Role.LEVEL && claim.high() == null) {
        parts.computeIfAbsent(claim.parent(), id -> new ArrayList<>()).add(claim);
      }
      listed(checked, claim, findings);
    }
    parts.forEach((id, members) -> {
      Claim whole = checked.byId().get(id);
      if (whole != null && summable(whole, members)) {
        sum(checked, whole, members, findings);
      }
    });
  }

  private static boolean summable(Claim whole, List<Claim> members) {
    boolean alike = whole.role() == Role.LEVEL && whole.high() == null;
    for (Claim member : members) {
      alike &= member.unit().name().equals(whole.unit().name()) && member.kind() == whole.kind();
    }
    return alike && whole.approx() != Approx.OVER && whole.value().signum() > 0;
  }

  private static void sum(Checked checked, Claim whole, List<Claim> members, Findings findings) {
    Interval sum = Interval.of(members.getFirst().value());
    boolean exact = whole.approx() == Approx.EXACT;
    for (int i = 0; i < members.size(); i++) {
      sum = i == 0 ? sum : sum.plus(Interval.of(members.get(i).value()));
      exact &= members.get(i).approx() == Approx.EXACT;
    }
    Interval all = Interval.of(whole.value());
    Claim last = members.getLast();
    boolean rest = rest(checked, whole, last);
    boolean more = members.size() > 1 && sum.low().compareTo(all.high()) > 0;
    boolean other = rest && exact && members.size() > 1 && !sum.meets(all);
    if (more || other) {
      findings.add(
          "number.parts",
          checked.line(whole),
          whole.start(),
          whole.end(),
          equation(whole, members, more ? ">" : "≠"),
          "核对各分项与总数");
    } else if (!rest && exact && unexplained(whole, members)) {
      BigDecimal left = whole.value().subtract(members.getFirst().value());
      findings.add(
          "number.residual",
          checked.line(last),
          last.start(),
          last.end(),
          whole.text() + " − " + last.text() + " = " + left.toPlainString() + whole.unit().name(),
          "说明其余部分的情况");
    }
  }

  /** Most of some people or households, one part of them only: where are the others? */
  private static boolean unexplained(Claim whole, List<Claim> members) {
    String dimension = whole.unit().dimension();
    BigDecimal part = members.getFirst().value();
    return members.size() == 1
        && (dimension.equals("person") || dimension.equals("household"))
        && part.compareTo(whole.value().multiply(NEARLY_ALL)) >= 0
        && part.compareTo(whole.value()) < 0;
  }

  /** Whether the rest is told between the whole and the end of the sentence after the last part. */
  private static boolean rest(Checked checked, Claim whole, Claim last) {
    String text = checked.line(whole).text();
    int far = Math.min(text.length(), Math.min(last.end(), whole.end() + REACH) + REACH / 4);
    int end = Math.min(last.end(), far);
    while (end < far && !Glyphs.endsSentence(text.charAt(end))) {
      end++;
    }
    String between = text.substring(whole.end(), Math.max(whole.end(), end));
    for (String rest : RESTS) {
      if (between.contains(rest)) {
        return true;
      }
    }
    return false;
  }

  private static String equation(Claim whole, List<Claim> members, String sign) {
    StringBuilder equation = new StringBuilder();
    for (Claim member : members) {
      equation.append(equation.isEmpty() ? "" : " + ").append(member.text());
    }
    return equation.append(' ').append(sign).append(' ').append(whole.text()).toString();
  }

  /** 甲村、乙村、丙村两个村: the list before a small number of them, 等 left out. */
  private static void listed(Checked checked, Claim claim, Findings findings) {
    boolean counted =
        claim.role() == Role.LEVEL
            && claim.approx() == Approx.EXACT
            && claim.unit().name().equals("个")
            && claim.value().scale() <= 0
            && claim.value().compareTo(BigDecimal.valueOf(9)) <= 0;
    Line line = checked.line(claim);
    if (!counted || claim.start() < 5) {
      return;
    }
    ListBefore list = ListBefore.of(line.text(), claim.start());
    int said = claim.value().intValue();
    if (list.members() >= 3 && list.members() != said && list.joined() != said) {
      findings.add(
          "number.list",
          line,
          claim.start(),
          claim.end(),
          "前面列出 " + list.members() + " 项，文中为 " + claim.text(),
          "核对所列各项与个数");
    }
  }
}
