package taizhang.prose.claim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.prose.number.Approx;
import taizhang.prose.text.Conjunction;

/** Gives each number of 甲、乙分别增长5%和8% its own subject. */
final class Respective {

  private static final int MOST = 12;

  private Respective() {}

  static void apply(String text, List<Draft> drafts) {
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      boolean first = i == 0 || drafts.get(i - 1).clause != draft.clause;
      if (first) {
        group(text, drafts, i);
      }
    }
  }

  private static void group(String text, List<Draft> drafts, int first) {
    Draft head = drafts.get(first);
    int count = 1;
    while (first + count < drafts.size() && drafts.get(first + count).clause == head.clause) {
      count++;
    }
    int marker = Search.first(text, "分别", head.clause.start(), head.quantity.start());
    if (count < 2 || count > MOST) {
      return;
    }
    List<String> names =
        marker < 0 ? null : names(text.substring(head.clause.start(), marker), count);
    if (marker >= 0) {
      sharesHedge(drafts, first, count);
    }
    if (names != null) {
      String verb = verb(text.substring(marker + 2, head.quantity.before()));
      for (int k = 0; k < count; k++) {
        name(drafts.get(first + k), names.get(k) + verb, head);
      }
    } else {
      follow(drafts, first, count);
    }
  }

  private static void name(Draft draft, String subject, Draft head) {
    draft.subject = subject;
    draft.dependent = false;
    if (draft != head && draft.role == Role.RATE) {
      draft.role = head.role;
      draft.decrease = head.decrease;
    }
  }

  /**
   * A second list right after the first, 分别达到5亿元、3亿元，增长8%、6%: each change belongs to its own level.
   */
  private static void follow(List<Draft> drafts, int first, int count) {
    Draft head = drafts.get(first);
    if (first < count || head.role != Role.GROWTH && head.role != Role.FACTOR) {
      return;
    }
    Draft base = drafts.get(first - count);
    boolean parallel =
        base.sameSentence(head)
            && drafts.get(first - 1).clause == base.clause
            && base.role == Role.LEVEL;
    for (int k = 0; parallel && head.dependent && k < count; k++) {
      Draft level = drafts.get(first - count + k);
      Draft change = drafts.get(first + k);
      change.role = head.role;
      change.decrease = head.decrease;
      change.dependent = true;
      change.parent = level;
      change.subject = level.subject + change(head);
    }
  }

  private static String change(Draft head) {
    if (head.role == Role.FACTOR) {
      return "";
    }
    return head.decrease ? "下降" : "增长";
  }

  /** 分别突破900亿元、700亿元: what is said before the first is said of all. */
  private static void sharesHedge(List<Draft> drafts, int first, int count) {
    Draft head = drafts.get(first);
    boolean before = head.quantity.before() < head.quantity.start();
    for (int k = 1; before && k < count; k++) {
      Draft draft = drafts.get(first + k);
      if (draft.approx == Approx.EXACT
          && draft.quantity.unit().name().equals(head.quantity.unit().name())) {
        draft.approx = head.approx;
      }
    }
  }

  /** The last {@code count} names of a list, or null when there are fewer. */
  private static @Nullable List<String> names(String list, int count) {
    List<String> names = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= list.length(); i++) {
      boolean mark =
          i == list.length()
              || list.charAt(i) == '、'
              || list.charAt(i) != '并' && Conjunction.at(list, i);
      if (mark) {
        if (i > start) {
          names.add(list.substring(start, i).strip());
        }
        start = i + 1;
      }
    }
    if (names.size() < count) {
      return null;
    }
    List<String> last = new ArrayList<>(names.subList(names.size() - count, names.size()));
    complete(last);
    return last;
  }

  /** 城镇、农村居民人均可支配收入: a short member shares the head of the last one. */
  private static void complete(List<String> names) {
    String longest = names.getLast();
    for (int i = 0; i < names.size() - 1; i++) {
      String name = names.get(i);
      if (name.length() <= 4 && longest.length() >= name.length() + 4) {
        names.set(i, name + longest.substring(Math.min(name.length(), longest.length())));
      }
    }
  }

  private static String verb(String words) {
    for (String verb : new String[] {"增长", "下降", "提高", "增加", "减少", "上涨", "降低", "上升", "完成"}) {
      if (words.contains(verb) && !words.contains(verb + "到") && !words.contains(verb + "至")) {
        return verb;
      }
    }
    return "";
  }
}
