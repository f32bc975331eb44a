package taizhang.server.web.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.books.access.Right;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;
import taizhang.books.pack.Indicator;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.TownRules;

/**
 * Where a person stands to look at figures: the areas whose figures may be read. There is none for
 * whoever may read no figure at all; asking for one is refused.
 */
public record Vantage(Clearance who, TownRules rules) {

  public Vantage {
    if (!who.may(Right.READ)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "查阅数据", "read figures");
    }
  }

  /** An area to choose; deeper ones are indented. */
  public record Choice(String code, String name, boolean chosen) {}

  private static final int MOST = 400;

  /** The areas a person's posts cover, highest first; the town where one of them covers it. */
  List<String> tops() {
    AreaTree areas = rules.areas();
    String root = areas.root().code();
    List<String> tops =
        who.posts().stream()
            .filter(post -> post.role().grants(Right.READ))
            .map(Post::area)
            .distinct()
            .toList();
    return tops.contains(root) || tops.isEmpty() ? List.of(root) : tops;
  }

  /** The highest area at which the person may read an indicator, null where there is none. */
  @Nullable String highest(Indicator indicator) {
    String root = rules.areas().root().code();
    if (who.reads(indicator, root)) {
      return root;
    }
    return who.posts().stream()
        .map(Post::area)
        .filter(area -> who.reads(indicator, area))
        .findFirst()
        .orElse(null);
  }

  /** The indicators the person may read anywhere, in the order of the packs. */
  List<Indicator> indicators() {
    return rules.packs().packs().stream()
        .flatMap(pack -> pack.indicators().values().stream())
        .filter(indicator -> highest(indicator) != null)
        .toList();
  }

  /** The area asked for; the highest one where none is. */
  String area(String asked) {
    if (asked.isEmpty()) {
      return tops().getFirst();
    }
    if (rules.areas().find(asked) == null) {
      throw Refusal.of(ProblemCode.UNKNOWN_AREA, asked);
    }
    return asked;
  }

  /** The areas to choose from, without the smallest where they are too many for a list. */
  List<Choice> choices(String chosen) {
    Map<String, Choice> choices = new LinkedHashMap<>();
    for (String top : tops()) {
      add(top, 0, chosen, choices);
    }
    if (choices.size() > MOST) {
      choices.values().removeIf(choice -> choice.name().startsWith("　　") && !choice.chosen());
    }
    return new ArrayList<>(choices.values());
  }

  private void add(String code, int depth, String chosen, Map<String, Choice> choices) {
    Area area = rules.areas().find(code);
    if (area == null || choices.size() > 20 * MOST) {
      return;
    }
    String name = "　".repeat(depth) + area.name();
    choices.put(code, new Choice(code, name, code.equals(chosen)));
    rules.areas().below(code).forEach(below -> add(below.code(), depth + 1, chosen, choices));
  }
}
