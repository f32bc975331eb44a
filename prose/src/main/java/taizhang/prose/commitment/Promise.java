package taizhang.prose.commitment;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import taizhang.prose.claim.Claim;
import taizhang.prose.lexicon.Table;
import taizhang.prose.lexicon.Trie;
import taizhang.prose.lexicon.Trie.Match;

/**
 * A clause that promises something.
 *
 * @param start where the promise begins, after 要, 将 and marks of enumeration
 * @param end where it ends
 * @param action its verb
 * @param objectStart where what it acts on begins
 * @param objectEnd where that ends
 */
record Promise(int start, int end, String action, int objectStart, int objectEnd) {

  private static final Trie<Boolean> VERBS = Trie.of(Table.rows("verbs.tsv", 1), row -> true);
  private static final Trie<Boolean> ADVERBS = Trie.of(Table.rows("adverbs.tsv", 1), row -> true);
  private static final Trie<Boolean> LEADS = Trie.of(Table.rows("leads.tsv", 1), row -> true);
  private static final Set<String> DROPPED =
      Set.of(
          "要", "将", "我们要", "我们将", "重点是", "尤其是", "尤其要", "同时", "同时要", "还要", "也要", "必须", "并", "特别是",
          "一要", "二要", "三要", "四要", "五要", "六要", "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "一是要",
          "二是要", "三是要", "四是要");

  /** After a preface only a verb that brings something about counts: 围绕产业链开展…, not 以产业发展为…. */
  private static final Set<String> OUTCOMES =
      Set.of(
          "开展", "推出", "实现", "提升", "吸引", "反对", "加强", "强化", "出台", "建立", "打造", "构建", "促进", "推动", "推进",
          "引进", "激励", "带动", "开辟", "努力实现");

  /** Verbs that end a 把 phrase besides those of {@code verbs.tsv}. */
  private static final Set<String> PLACING =
      Set.of("配送", "贯穿", "融入", "纳入", "作为", "变成", "转化", "建成", "放在", "落到", "打造");

  /** Words that tell what a number is to become. */
  private static final String[] AIMS = {
    "增长", "控制在", "稳定在", "保持在", "达到", "提高", "下降", "突破", "超过", "降低", "不低于", "不超过", "达", "以上", "左右",
    "以内"
  };

  private static final int SHORTEST = 4;

  /** The promise of a clause, or null when it makes none. */
  static @Nullable Promise at(String text, int from, int to) {
    int start = opening(text, from, to);
    if (to - start < SHORTEST) {
      return null;
    }
    if (start + 4 < to && ("把将".indexOf(text.charAt(start)) >= 0)) {
      return disposed(text, start, to);
    }
    int verb = skipAdverbs(text, start, to);
    Match<Boolean> match = VERBS.startingAt(text, verb, to);
    if (verb == start && leads(text, start, to)) {
      return aimed(text, start, to);
    }
    if (match == null) {
      return aimed(text, start, to);
    }
    int object = verb + match.length();
    return object >= to ? null : new Promise(start, to, text.substring(verb, object), object, to);
  }

  private static boolean leads(String text, int start, int to) {
    Match<Boolean> lead = LEADS.startingAt(text, start, to);
    if (lead == null) {
      return false;
    }
    Match<Boolean> verb = VERBS.startingAt(text, start, to);
    return verb == null || verb.length() <= lead.length();
  }

  /** Where the promise opens: after spaces, 要 and marks of enumeration, and after a bare date. */
  private static int opening(String text, int from, int to) {
    int start = from;
    while (start < to) {
      Match<Boolean> adverb = ADVERBS.startingAt(text, start, to);
      int year = text.startsWith("年", start + 4) && Character.isDigit(text.charAt(start)) ? 5 : 0;
      if (CommitmentReader.space(text.charAt(start)) || text.charAt(start) == '—') {
        start++;
      } else if (year > 0 && start + year < to) {
        start += year;
      } else if (adverb != null
          && DROPPED.contains(text.substring(start, start + adverb.length()))) {
        start += adverb.length();
      } else {
        break;
      }
    }
    return start;
  }

  private static int skipAdverbs(String text, int start, int to) {
    int at = start + Deadline.months(text, start, to);
    while (at < to) {
      Match<Boolean> verb = VERBS.startingAt(text, at, to);
      Match<Boolean> adverb = ADVERBS.startingAt(text, at, to);
      if (adverb == null || verb != null && verb.length() > adverb.length()) {
        break;
      }
      // 加快, 确保 and the like are verbs when no verb follows them
      if (verb != null && VERBS.startingAt(text, at + adverb.length(), to) == null) {
        break;
      }
      at += adverb.length();
    }
    return at;
  }

  /** 把…打造成…, 将…贯穿…: the verb stands behind what it acts on. */
  private static @Nullable Promise disposed(String text, int start, int to) {
    for (int i = start + 3; i < to - 1; i++) {
      Match<Boolean> verb = VERBS.startingAt(text, i, to);
      boolean placed = verb == null && PLACING.contains(text.substring(i, i + 2));
      if (placed || verb != null && verb.length() >= 2) {
        int length = verb == null ? 2 : verb.length();
        return new Promise(start, to, text.substring(i, Math.min(to, i + length)), start + 1, i);
      }
    }
    return null;
  }

  /** 某项目要加快建设, 在…领域推出…, 围绕…开展…: the verb stands later in the clause. */
  private static @Nullable Promise aimed(String text, int start, int to) {
    char first = text.charAt(start);
    boolean prefaced = "在围以对从与依用按".indexOf(first) >= 0;
    for (int i = start + 2; i < to - 2; i++) {
      char c = text.charAt(i);
      boolean due =
          c == '要'
              && "重需主想只".indexOf(text.charAt(i - 1)) < 0
              && "求点素害道闻".indexOf(text.charAt(i + 1)) < 0;
      boolean soon =
          text.startsWith("年内", i)
              || text.startsWith("争取", i)
              || text.startsWith("力争", i)
              || text.startsWith("加快", i)
              || text.startsWith("尽快", i);
      if (due || soon || prefaced && i > start + 3) {
        int verb = skipAdverbs(text, i, to);
        Match<Boolean> match = VERBS.startingAt(text, verb, to);
        boolean works =
            match != null
                && match.length() >= 2
                && verb + match.length() < to + (prefaced ? -1 : 1);
        if (match != null && works) {
          int object = verb + match.length();
          String action = text.substring(verb, object);
          if (!prefaced || OUTCOMES.contains(action)) {
            boolean last = object >= to;
            return new Promise(start, to, action, last ? start : object, last ? i : to);
          }
        }
      }
    }
    return null;
  }

  /** 地区生产总值增长6%左右: a clause without a verb of doing promises by the number it aims at. */
  static @Nullable Promise aimedAt(String text, int from, int to, Claim target) {
    int start = opening(text, from, to);
    for (String aim : AIMS) {
      int at = text.indexOf(aim, start, to);
      if (at > start && at <= target.end() + 2) {
        return new Promise(start, to, aim, start, at);
      }
    }
    return null;
  }

  /** What is acted on, less the number that is its target. */
  String object(String text, @Nullable Claim target) {
    if (target == null || target.start() < objectStart || target.end() > objectEnd) {
      return text.substring(objectStart, objectEnd).strip();
    }
    String before = text.substring(objectStart, target.start());
    return before.isBlank() ? text.substring(target.end(), objectEnd).strip() : before.strip();
  }
}
