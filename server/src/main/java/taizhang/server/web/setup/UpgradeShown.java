package taizhang.server.web.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import taizhang.books.pack.Pack;
import taizhang.books.refusal.Problem;
import taizhang.server.exchange.Moved;
import taizhang.server.upgrade.Plan;
import taizhang.server.upgrade.Unfit;
import taizhang.server.web.Labels;

/**
 * What adopting the packs that are offered would come to, in the words of the screen.
 *
 * @param packs one of each pack
 * @param moved figures that would move
 * @param unfit records that would no longer fit
 * @param problems what stands against it
 * @param mark tells this plan from another
 */
public record UpgradeShown(
    List<PackShown> packs,
    List<String> moved,
    List<String> unfit,
    List<String> problems,
    String mark) {

  /** A pack and what is otherwise in it. */
  public record PackShown(String title, String versions, List<Line> lines) {}

  /**
   * One change.
   *
   * @param use how many records or postings it is about, empty for none
   * @param warns true where somebody should look
   */
  public record Line(
      String what, String place, String was, String now, String use, boolean warns) {}

  static UpgradeShown of(Plan plan) {
    List<PackShown> packs = plan.offers().stream().map(UpgradeShown::pack).toList();
    return new UpgradeShown(
        packs,
        plan.moved().stream().map(UpgradeShown::moved).toList(),
        plan.unfit().stream().map(UpgradeShown::unfit).toList(),
        plan.refusals().stream().map(UpgradeShown::words).toList(),
        mark(plan));
  }

  static String words(Problem problem) {
    return problem.message(Locale.CHINESE);
  }

  /** The texts of the packs offered, as far as they tell one plan from another. */
  static String mark(Plan plan) {
    StringBuilder mark = new StringBuilder();
    plan.offers().forEach(offer -> mark.append(offer.after().fingerprint(), 0, 12));
    return mark.toString();
  }

  private static PackShown pack(Plan.Offer offer) {
    Pack before = offer.before();
    Pack after = offer.after();
    String versions =
        before == null
            ? "新模块，台账 " + after.ledgers().size() + " 个，指标 " + after.indicators().size() + " 个"
            : before.version() == after.version()
                ? "第 " + after.version() + " 版，内容有改动"
                : "第 " + before.version() + " 版 → 第 " + after.version() + " 版";
    List<Line> lines = new ArrayList<>();
    offer.changes().forEach(found -> lines.add(line(found)));
    if (before != null && lines.isEmpty()) {
      lines.add(new Line("其他", "说明、素材、显示方式等", "", "", "", false));
    }
    return new PackShown(after.title(), versions, lines);
  }

  private static Line line(Plan.Found found) {
    var change = found.change();
    long count = found.use().count();
    boolean postings =
        switch (change.what()) {
          case INDICATOR_GONE, INDICATOR_UNIT, INDICATOR_KIND -> true;
          default -> false;
        };
    String use = count == 0 ? "" : count + (postings ? " 笔" : " 条记录");
    boolean warns = count > 0 && (change.what().unfits() || change.what().turnsMeaning());
    return new Line(change.what().title(), change.title(), change.was(), change.now(), use, warns);
  }

  private static String moved(Moved moved) {
    String sign = moved.by().signum() > 0 ? "+" : "−";
    return moved.indicator().title()
        + " "
        + sign
        + Labels.number(moved.by().abs())
        + moved.indicator().unit()
        + (moved.pending() ? "（待审）" : "");
  }

  private static String unfit(Unfit unfit) {
    List<String> parts = new ArrayList<>();
    if (unfit.count() > 0) {
      parts.add(unfit.count() + " 条须在下次登记时补正");
    }
    if (unfit.kept() > 0) {
      parts.add(unfit.kept() + " 条的原值保留备查，不必处理");
    }
    return unfit.ledger().title() + "：" + String.join("，", parts);
  }
}
