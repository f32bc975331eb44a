package taizhang.prose.claim;

/**
 * A word of time in a line.
 *
 * @param start where it stands
 * @param end index after it
 * @param period the period it names, empty for 目前
 * @param compared whether it is only compared with (比2015年): it then holds for the number right
 *     after it at most
 * @param partial whether it is a part of a year
 */
record TimeMark(int start, int end, String period, boolean compared, boolean partial) {}
