package taizhang.server.demo;

/**
 * Unified social credit codes (GB 32100-2015) of firms that do not exist: their division digits
 * begin with 99, which no county has.
 */
final class CreditCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private CreditCode() {}

  /**
   * The code of a firm.
   *
   * @param county six digits of the county it pretends to be in
   * @param body eight digits of its own
   */
  static String of(String county, String body) {
    String start = "9199" + county.substring(2) + body + bodyCheck(body);
    return start + check(start);
  }

  /** Check character of the organisation code inside (GB 11714). */
  private static char bodyCheck(String body) {
    int sum = 0;
    for (int i = 0; i < BODY_WEIGHTS.length; i++) {
      sum += (body.charAt(i) - '0') * BODY_WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
  }

  private static char check(String start) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(start.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /** True where the check character fits. */
  static boolean valid(String code) {
    return code.length() == 18
        && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && check(code.substring(0, 17)) == code.charAt(17);
  }
}
