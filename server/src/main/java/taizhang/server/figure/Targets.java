package taizhang.server.figure;

import java.util.List;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Packs;
import taizhang.books.pack.PostingRule;

/** The target of an indicator, as an indicator of its own: a stated value in the same unit. */
final class Targets {

  private Targets() {}

  static Indicator of(Indicator base) {
    return new Indicator(
        base.code() + PostingRule.TARGET,
        base.title() + "目标",
        base.unit(),
        IndicatorKind.STATED,
        null,
        base.authority(),
        List.of(),
        null,
        base.better(),
        false,
        base.caliber(),
        base.print());
  }

  /** Indicators whose code or name resembles a word, for telling. */
  static String near(Packs packs, String word) {
    String name = word.substring(word.indexOf('.') + 1);
    return String.join(
        "、",
        packs.packs().stream()
            .flatMap(pack -> pack.indicators().values().stream())
            .filter(i -> i.code().contains(name) || i.title().contains(name))
            .limit(5)
            .map(Indicator::code)
            .toList());
  }
}
