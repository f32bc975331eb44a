package taizhang.server.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * People who do not exist. Their given names count with the ten heavenly stems (甲乙丙丁…), and their
 * ID numbers (GB 11643) begin with 99, which no county has.
 *
 * @param name family and given name
 * @param born day of birth
 * @param man true for a man
 * @param number ID number
 */
record People(String name, LocalDate born, boolean man, String number) {

  private static final List<String> FAMILIES =
      List.of(
          "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭",
          "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧");
  private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
  private static final String SECONDS = "一二三四五六七八九十安平和顺春夏秋冬东南西北山水田禾竹松柏石";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  /**
   * A person.
   *
   * @param county six digits of the county the person pretends to live in
   * @param day the day ages are counted at
   */
  static People of(Dice dice, String county, LocalDate day, int youngest, int oldest) {
    String name =
        dice.pick(FAMILIES)
            + STEMS.charAt(dice.below(STEMS.length()))
            + SECONDS.charAt(dice.below(SECONDS.length()));
    LocalDate born = day.minusYears(dice.between(youngest, oldest)).minusDays(dice.between(1, 364));
    int sequence = dice.below(1000);
    String start = "99" + county.substring(2) + born.toString().replace("-", "") + three(sequence);
    return new People(name, born, sequence % 2 == 1, start + check(start));
  }

  private static String three(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(3 - digits.length()) + digits;
  }

  private static char check(String start) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (start.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11);
  }

  /** True where the check digit fits. */
  static boolean valid(String number) {
    return number.length() == 18 && check(number.substring(0, 17)) == number.charAt(17);
  }

  /** Age group as the ledgers keep it. */
  String ageBand(LocalDate day) {
    int years = born.until(day).getYears();
    if (years < 35) {
      return "under_35";
    }
    return years < 60 ? "from_35" : years < 80 ? "from_60" : "from_80";
  }
}
