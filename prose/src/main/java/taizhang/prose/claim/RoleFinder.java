package taizhang.prose.claim;

import org.jspecify.annotations.Nullable;
import taizhang.prose.lexicon.Table;
import taizhang.prose.lexicon.Trie;
import taizhang.prose.lexicon.Trie.Match;
import taizhang.prose.number.Unit;

/**
 * Finds what a number says, from the cue nearest before it ({@code roles.tsv}) and from its unit.
 */
final class RoleFinder {

  private static final int LOOK_BACK = 28;

  private record Cue(String role, boolean decrease, boolean near) {}

  private static final Trie<Cue> CUES =
      Trie.of(
          Table.rows("roles.tsv", 4),
          row -> new Cue(row[1], row[2].equals("-"), row[3].equals("y")));

  private static final String[] TARGETS = {"任务", "计划", "目标", "预算", "进度"};
  private static final String[] ADJUSTED = {"提高", "上调", "下调", "降低", "缩短", "压缩", "减少", "增加", "提升"};
  private static final String[] AIMS = {"力争", "争取", "努力争取", "努力实现", "力争达到", "确保", "力争实现"};
  private static final String[] COMPARISONS = {"比", "较", "同比", "年均", "每年", "由", "从", "环比"};

  private RoleFinder() {}

  static void find(String text, Draft draft) {
    Unit unit = draft.quantity.unit();
    int end = draft.quantity.before();
    if (unit.dimension().equals("rank")) {
      draft.role = Role.RANK;
      return;
    }
    if (draft.previous != null && follows(draft)) {
      draft.role = draft.previous.role;
      draft.decrease = draft.previous.decrease;
      return;
    }
    int floor = Math.max(draft.from, end - LOOK_BACK);
    int at = cueEnd(text, floor, end);
    Match<Cue> match = at < 0 ? null : CUES.endingAt(text, at, floor);
    Cue cue = match == null ? null : match.value();
    boolean measure =
        unit.percent() || unit.dimension().equals("point") || unit.dimension().equals("factor");
    if (measure) {
      ratio(text, draft, cue, floor, end);
    } else {
      amount(text, draft, cue, at, end);
    }
  }

  /** The end of the cue nearest before the number that applies to it, or -1. */
  private static int cueEnd(String text, int floor, int end) {
    for (int i = end; i > floor; i--) {
      Match<Cue> match = CUES.endingAt(text, i, floor);
      if (match == null) {
        continue;
      }
      Cue cue = match.value();
      boolean tooFar =
          cue.near() && end > i
              || cue.role().equals("growth") && (end - i > 9 || names(text, i, end));
      if (!tooFar) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a rate or a share is named after the cue: 增长贡献率达81% tells no growth. */
  private static boolean names(String text, int from, int end) {
    return Search.has(text, "率", from, end)
        || Search.has(text, "比重", from, end)
        || Search.has(text, "占比", from, end);
  }

  /**
   * A further member of a list with no words of its own says what the one before it says: 增长6%和8%.
   */
  private static boolean follows(Draft draft) {
    Draft previous = draft.previous;
    return previous != null
        && previous.clause == draft.clause
        && draft.from >= draft.quantity.before()
        && previous.quantity.unit().name().equals(draft.quantity.unit().name());
  }

  private static void ratio(String text, Draft draft, @Nullable Cue cue, int floor, int end) {
    String role = cue == null ? "" : cue.role();
    if (role.equals("excess")
        || above(text, draft, floor, end)
        || exceeds(text, draft, floor, end)) {
      draft.role = Role.EXCESS;
    } else if (completes(text, floor, end) || ofTarget(text, draft)) {
      draft.role = Role.COMPLETION;
    } else if (role.equals("growth")) {
      draft.role = Role.GROWTH;
      draft.decrease = cue != null && cue.decrease();
    } else {
      unmoved(text, draft, role);
    }
  }

  /** 低于生产总值增幅1个百分点 tells a distance, not a growth. */
  private static boolean above(String text, Draft draft, int floor, int end) {
    return draft.quantity.unit().dimension().equals("point")
        && (compared(text, floor, end)
            || Search.has(text, "高于", floor, end)
            || Search.has(text, "低于", floor, end)
            || Search.has(text, "快于", floor, end)
            || Search.has(text, "高出", floor, end));
  }

  /** 比全省平均水平高1.5个百分点. */
  private static boolean compared(String text, int floor, int end) {
    return end > floor
        && "高低快慢多少".indexOf(text.charAt(end - 1)) >= 0
        && (end < 2 || "提升降新最增减加".indexOf(text.charAt(end - 2)) < 0)
        && (Search.has(text, "比", floor, end) || Search.has(text, "较", floor, end));
  }

  private static void unmoved(String text, Draft draft, String role) {
    String dimension = draft.quantity.unit().dimension();
    if (aimed(text, draft)) {
      draft.role = Role.GROWTH;
    } else if (dimension.equals("factor")) {
      draft.role = Role.FACTOR;
    } else if (dimension.equals("point")) {
      draft.role = Role.GROWTH;
    } else if (role.equals("share") || shares(text, draft) || reached(text, draft)) {
      draft.role = Role.SHARE;
    } else {
      draft.role = Role.RATE;
    }
  }

  /** 增长6.5%以上，力争7%: the second says what the first says. */
  private static boolean aimed(String text, Draft draft) {
    Draft previous = draft.previous;
    if (previous == null
        || previous.role != Role.GROWTH
        || !previous.sameSentence(draft)
        || !previous.quantity.unit().name().equals(draft.quantity.unit().name())) {
      return false;
    }
    String words = text.substring(draft.from, draft.quantity.before()).strip();
    for (String aim : AIMS) {
      if (words.equals(aim)) {
        return true;
      }
    }
    return false;
  }

  /** 占生产总值比重提高0.2个百分点、达到2.34%: the share itself after its change. */
  private static boolean reached(String text, Draft draft) {
    Draft previous = draft.previous;
    return previous != null
        && previous.clause.end() + 1 >= draft.clause.start()
        && previous.sameSentence(draft)
        && previous.quantity.unit().dimension().equals("point")
        && draft.quantity.before() - draft.from <= 3
        && (Search.has(text, "比重", previous.from, previous.quantity.start())
            || Search.has(text, "占比", previous.from, previous.quantity.start()));
  }

  private static boolean shares(String text, Draft draft) {
    int after = draft.quantity.after();
    boolean partOf = after < text.length() && text.charAt(after) == '的' && after + 1 < draft.to;
    int part = Search.last(text, "占", draft.from, draft.quantity.before());
    return partOf || part >= 0 && "用地领有道".indexOf(text.charAt(part + 1)) < 0;
  }

  /** 为目标任务5000套的115%: a percentage of an amount that is a target. */
  private static boolean ofTarget(String text, Draft draft) {
    Draft previous = draft.previous;
    if (previous == null || previous.clause != draft.clause || !draft.quantity.unit().percent()) {
      return false;
    }
    String between = text.substring(previous.quantity.end(), draft.quantity.start());
    if (!between.equals("的") && !between.equals("）的") && !between.equals(")的")) {
      return false;
    }
    int from = Math.max(draft.clause.start(), previous.quantity.start() - 6);
    for (String target : TARGETS) {
      if (Search.has(text, target, from, previous.quantity.start())) {
        return true;
      }
    }
    return false;
  }

  /** 完成年度任务的77.7%, 为预算的103%. */
  private static boolean completes(String text, int floor, int end) {
    if (Search.first(text, "完成率", floor, end) >= 0) {
      return true;
    }
    int done = Math.max(Search.first(text, "完成", floor, end), Search.first(text, "占", floor, end));
    int budget = Search.first(text, "预算的", floor, end);
    if (budget >= 0) {
      return true;
    }
    int reach = done >= 0 && text.charAt(done) == '占' ? 3 : 8;
    for (String target : TARGETS) {
      int at = done < 0 ? -1 : Search.first(text, target, done, end);
      if (at >= 0 && end - at <= reach) {
        return true;
      }
    }
    return false;
  }

  /** 超出年初预算74.5%, 超计划12个百分点. */
  private static boolean exceeds(String text, Draft draft, int floor, int end) {
    int over = Search.first(text, "超", floor, end);
    if (over < 0) {
      return false;
    }
    for (String target : TARGETS) {
      if (Search.first(text, target, over, end) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Amounts change only where something is compared, or where nothing but the change is named. */
  private static void amount(String text, Draft draft, @Nullable Cue cue, int at, int end) {
    if (cue == null || !cue.role().equals("growth") || end - at > 2) {
      return;
    }
    for (String comparison : COMPARISONS) {
      if (Search.first(text, comparison, draft.from, end) >= 0) {
        draft.role = Role.GROWTH;
        draft.decrease = cue.decrease();
        return;
      }
    }
    for (String adjusted : ADJUSTED) {
      if (at == end && text.startsWith(adjusted, end - adjusted.length())) {
        draft.role = Role.GROWTH;
        draft.decrease = cue.decrease();
        return;
      }
    }
    int words = draft.quantity.before() - draft.from;
    if (words <= 3 && draft.previous != null && draft.previous.sameSentence(draft)) {
      draft.role = Role.GROWTH;
      draft.decrease = cue.decrease();
    }
  }
}
