package taizhang.prose.claim;

import org.jspecify.annotations.Nullable;
import taizhang.prose.number.Approx;
import taizhang.prose.number.Quantity;
import taizhang.prose.text.Glyphs;
import taizhang.prose.text.Part;
import taizhang.prose.text.Years;

/** Tells what was from what shall be and from what always holds. */
final class KindFinder {

  private static final String[] CAPACITIES = {"年产", "日处理", "日产", "年处理", "年加工", "年出栏", "库容", "设计"};
  private static final String[] PROSPECTS = {
    "建成后", "投产后", "达产后", "投用后", "投运后", "计划投资", "力争到", "年销售收入预计", "年产值预计", "预计年"
  };
  private static final String[] PLANTS = {"项目", "生产线", "机组", "电站", "装置", "码头", "泊位", "风电", "光伏"};
  private static final String[] SORTED = {
    "企业", "项目", "园区", "产业", "村", "集群", "乡镇", "强镇", "楼宇", "大户", "工业", "商贸", "平台", "市场", "县", "重点"
  };
  private static final String[] SETTLEMENTS = {"自然村", "的自然村", "村组", "村庄", "聚居", "居民点", "集中居住"};
  private static final String[] DONE = {"完成", "实现", "新增", "解决", "发放", "对", "为", "惠及", "覆盖率"};

  private KindFinder() {}

  static void find(String text, Draft draft, Part part, Years years, @Nullable TimeMark mark) {
    if (part == Part.APPENDIX || standing(text, draft)) {
      draft.kind = Kind.STANDING;
    } else if (part == Part.PLAN) {
      boolean past =
          mark != null
              && yearOf(mark) > 0
              && yearOf(mark) < years.plan()
              && yearOf(mark) <= years.review()
              && years.review() < years.plan();
      draft.kind = past ? Kind.ACTUAL : Kind.TARGET;
    } else {
      boolean ahead = mark != null && years.review() > 0 && yearOf(mark) > years.review();
      draft.kind = ahead || prospective(text, draft) ? Kind.TARGET : Kind.ACTUAL;
    }
  }

  /** The last year a mark speaks of, or 0. */
  private static int yearOf(TimeMark mark) {
    String period = mark.period();
    int slash = period.indexOf('/');
    String last = slash >= 0 ? period.substring(slash + 1) : period;
    return last.length() >= 4 ? Calendar.number(last, 0, 4) : 0;
  }

  private static boolean prospective(String text, Draft draft) {
    int from = Math.max(draft.clause.sentence(), draft.quantity.start() - 40);
    for (String prospect : PROSPECTS) {
      if (Search.first(text, prospect, from, draft.quantity.start()) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean standing(String text, Draft draft) {
    String dimension = draft.quantity.unit().dimension();
    return switch (dimension) {
      case "duration" -> draft.role == Role.LEVEL && !shortened(text, draft);
      case "age" -> Search.first(text, "寿命", draft.clauseFrom(), draft.quantity.start()) < 0;
      case "group" -> true;
      case "power", "mass", "deadweight" ->
          plant(text, draft) || capacity(text, draft) || quoted(text, draft);
      default ->
          threshold(text, draft)
              || capacity(text, draft)
              || quoted(text, draft)
              || inventory(text, draft)
              || invested(text, draft);
    };
  }

  private static boolean shortened(String text, Draft draft) {
    return Search.first(text, "至", draft.from, draft.quantity.start()) >= 0
        || Search.first(text, "到", draft.from, draft.quantity.start()) >= 0
        || Search.first(text, "缩", draft.from, draft.quantity.start()) >= 0;
  }

  /** 3000万元以上重大项目: an amount with a bound right before the noun it sorts out. */
  private static boolean threshold(String text, Draft draft) {
    Quantity quantity = draft.quantity;
    boolean bounded =
        quantity.after() > quantity.end()
            && (quantity.approx() == Approx.OVER || quantity.approx() == Approx.UNDER);
    boolean sorts =
        quantity.unit().money()
            || quantity.unit().dimension().equals("area")
            || quantity.unit().dimension().equals("steam");
    boolean prefixed =
        quantity.before() < quantity.start()
            && quantity.approx() == Approx.OVER
            && (linked(text, quantity.after()) || sorted(text, draft));
    if (sorts && prefixed || bounded && settled(text, draft)) {
      return true;
    }
    if (!bounded || !sorts || quantity.after() >= text.length()) {
      return false;
    }
    int next = quantity.after();
    boolean linked =
        text.charAt(next) == '的' && next + 1 < text.length() && Glyphs.han(text.charAt(next + 1));
    return linked || Glyphs.han(text.charAt(next)) && "，并且但同".indexOf(text.charAt(next)) < 0;
  }

  /** 产值超10亿元企业3户: an amount over which the things behind it are counted. */
  private static boolean sorted(String text, Draft draft) {
    return begins(text, draft.quantity.after(), SORTED);
  }

  /** 30户以上自然村通硬化路. */
  private static boolean settled(String text, Draft draft) {
    String dimension = draft.quantity.unit().dimension();
    return (dimension.equals("household") || dimension.equals("person"))
        && begins(text, draft.quantity.after(), SETTLEMENTS);
  }

  private static boolean begins(String text, int at, String[] words) {
    for (String word : words) {
      if (text.startsWith(word, at)) {
        return true;
      }
    }
    return false;
  }

  /** 100兆瓦光伏电站, 15万吨石脑油项目: the size in the name of a plant. */
  private static boolean plant(String text, Draft draft) {
    int after = draft.quantity.after();
    if (after >= draft.to
        || !Glyphs.han(text.charAt(after))
        || draft.quantity.after() > draft.quantity.end()) {
      return false;
    }
    int end = Math.min(draft.to, after + 14);
    for (String plant : PLANTS) {
      if (Search.has(text, plant, after, end)) {
        return true;
      }
    }
    return false;
  }

  /** 投资超50亿元的项目; 突破30亿元的目标 sorts nothing out. */
  private static boolean linked(String text, int at) {
    return at + 1 < text.length()
        && text.charAt(at) == '的'
        && Glyphs.han(text.charAt(at + 1))
        && !text.startsWith("目标", at + 1)
        && !text.startsWith("任务", at + 1)
        && !text.startsWith("大关", at + 1);
  }

  private static boolean capacity(String text, Draft draft) {
    int end = draft.quantity.before();
    for (String capacity : CAPACITIES) {
      if (text.startsWith(capacity, end - capacity.length())) {
        return !draft.quantity.unit().money();
      }
    }
    return false;
  }

  private static boolean quoted(String text, Draft draft) {
    int open = Search.last(text, "“", draft.quantity.start() - 40, draft.quantity.start());
    if (open < 0 || draft.role == Role.FACTOR) {
      return false;
    }
    int close = text.indexOf('”', open, Math.min(text.length(), draft.quantity.end() + 40));
    return close >= draft.quantity.end();
  }

  /** 全镇145个住宅小区、5108个楼栋: what the place has, listed, with nothing said to be done to it. */
  private static boolean inventory(String text, Draft draft) {
    int at = draft.quantity.before();
    if (draft.quantity.unit().dimension().equals("point") || draft.quantity.unit().percent()) {
      return false;
    }
    Draft previous = draft.previous;
    if (previous != null && listed(draft, previous)) {
      return previous.quantity.unit().dimension().equals(draft.quantity.unit().dimension());
    }
    if (at - 2 < draft.clause.start()
        || text.charAt(at - 2) != '全'
        || "镇市县区乡省州旗".indexOf(text.charAt(at - 1)) < 0) {
      return false;
    }
    for (String done : DONE) {
      if (Search.first(text, done, draft.clauseFrom(), at) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean listed(Draft draft, Draft previous) {
    return previous.clause == draft.clause
        && previous.kind == Kind.STANDING
        && draft.quantity.unit().counts()
        && !previous.quantity.unit().money()
        && draft.quantity.before() - previous.quantity.after() <= 14;
  }

  /** 总投资1亿元的项目. */
  private static boolean invested(String text, Draft draft) {
    int at = draft.quantity.before();
    int after = draft.quantity.after();
    boolean total =
        text.startsWith("总投资", at - 3)
            || text.startsWith("投资", at - 2) && text.startsWith("计划", at - 4);
    return total && after < text.length() && text.charAt(after) == '的';
  }
}
