package taizhang.bench.result;

import java.util.Arrays;
import java.util.Collection;

/**
 * Times that were measured.
 *
 * @param sorted in milliseconds, the shortest first
 */
public record Samples(double[] sorted) {

  /** Of nanoseconds in any order. */
  public static Samples ofNanos(Collection<Long> nanos) {
    return new Samples(nanos.stream().mapToDouble(n -> n / 1e6).sorted().toArray());
  }

  /** The time that so many percent do not exceed. */
  public double percentile(int percent) {
    return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
  }

  /** The middle of some numbers. */
  public static double median(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 2];
  }

  /** The middle, the 95th and the 99th percentile in words. */
  @Override
  public String toString() {
    return String.join(
        " / ",
        Amount.text(percentile(50), ""),
        Amount.text(percentile(95), ""),
        Amount.text(percentile(99), "ms"));
  }
}
