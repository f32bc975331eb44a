package taizhang.server.demo;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Divides a total into parts that add up to it exactly, by construction: whole steps are handed out
 * in proportion to weights, never a remainder hidden in one part.
 */
final class Shares {

  private Shares() {}

  /**
   * Whole numbers in proportion to weights.
   *
   * @param least the least each part gets
   * @param most the most each part gets
   * @throws IllegalArgumentException where the total does not fit between the bounds
   */
  static long[] apportion(long total, double[] weights, long least, long most) {
    int n = weights.length;
    long rest = total - least * n;
    if (rest < 0 || (most < Long.MAX_VALUE / Math.max(n, 1) && total > most * n)) {
      throw new IllegalArgumentException(
          total + " cannot be " + n + " parts between " + least + " and " + most);
    }
    long[] parts = new long[n];
    Arrays.fill(parts, least);
    while (rest > 0) {
      long given = handOut(parts, weights, most, rest);
      rest -= given > 0 ? given : handOutOnes(parts, weights, most, rest);
    }
    return parts;
  }

  private static long handOut(long[] parts, double[] weights, long most, long rest) {
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      sum += parts[i] < most ? weights[i] : 0;
    }
    long given = 0;
    for (int i = 0; i < parts.length && sum > 0; i++) {
      if (parts[i] < most) {
        long share = Math.min((long) Math.floor(rest * (weights[i] / sum)), most - parts[i]);
        share = Math.min(share, rest - given);
        parts[i] += share;
        given += share;
      }
    }
    return given;
  }

  private static long handOutOnes(long[] parts, double[] weights, long most, long rest) {
    int[] heaviest =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -weights[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    long given = 0;
    for (int i : heaviest) {
      if (given < rest && parts[i] < most) {
        parts[i]++;
        given++;
      }
    }
    return given;
  }

  /**
   * Amounts in proportion to weights, each a multiple of a step.
   *
   * @param most the greatest amount allowed, null where there is none
   */
  static BigDecimal[] amounts(Recipe.Split split, double[] weights) {
    long total = steps(split.total(), split.step());
    long least = steps(split.least(), split.step());
    BigDecimal most = split.most();
    long cap = most == null ? Long.MAX_VALUE : steps(most, split.step());
    long[] parts = apportion(total, weights, least, cap);
    BigDecimal[] amounts = new BigDecimal[parts.length];
    for (int i = 0; i < parts.length; i++) {
      amounts[i] = split.step().multiply(BigDecimal.valueOf(parts[i]));
    }
    return amounts;
  }

  private static long steps(BigDecimal amount, BigDecimal step) {
    return amount.divide(step).longValueExact();
  }
}
