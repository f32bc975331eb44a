package taizhang.prose.finding;

import taizhang.prose.text.Conjunction;
import taizhang.prose.text.Glyphs;

/**
 * The list of short names that stands right before a place: 高坪、柳树、双河三个村.
 *
 * @param members how many 、 part, one more than the marks; 0 when there is no such list
 * @param joined the same with 和 and 与 counted too
 */
record ListBefore(int members, int joined) {

  private static final int LONGEST_NAME = 8;
  private static final int REACH = 80;

  static ListBefore of(String text, int end) {
    int marks = 0;
    int joints = 0;
    int name = 0;
    for (int i = end - 1; i >= 0 && end - i <= REACH; i--) {
      char c = text.charAt(i);
      if (i == end - 1 && c == '等' || Glyphs.digit(c) || "“”（）()《》".indexOf(c) >= 0) {
        return new ListBefore(0, 0);
      }
      boolean joint = c != '并' && Conjunction.at(text, i);
      if (c == '、' || joint) {
        if (name == 0 || name > LONGEST_NAME) {
          return new ListBefore(0, 0);
        }
        marks += c == '、' ? 1 : 0;
        joints += joint ? 1 : 0;
        name = 0;
      } else if (Glyphs.endsClause(c)) {
        break;
      } else {
        name++;
      }
    }
    return marks == 0 ? new ListBefore(0, 0) : new ListBefore(marks + 1, marks + joints + 1);
  }
}
