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
    Claim last = members.getLast();
    Interval sum = total(members);
    boolean exact = exact(whole) && members.stream().allMatch(SumCheck::exact);
    boolean rest = rest(checked, whole, last);
    boolean several = members.size() > 1;
    boolean more = several && sum.low().compareTo(Interval.of(whole.value()).high()) > 0;
    boolean other = several && rest && exact && !sum.meets(Interval.of(whole.value()));
    if (more || other) {
      String equation = equation(whole, members, more ? ">" : "≠");
      findings.add("number.parts", checked, whole, equation, "核对各分项与总数");
    } else if (!rest && exact && unexplained(whole, members)) {
      String left = whole.value().subtract(last.value()).toPlainString() + whole.unit().name();
      String equation = whole.text() + " − " + last.text() + " = " + left;
      findings.add("number.residual", checked, last, equation, "说明其余部分的情况");
    }
  }

  private static boolean exact(Claim claim) {
    return claim.approx() == Approx.EXACT;
  }

  private static Interval total(List<Claim> members) {
    return members.stream()
        .map(member -> Interval.of(member.value()))
        .reduce(Interval::plus)
        .orElseThrow();
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
