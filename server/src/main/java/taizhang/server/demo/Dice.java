package taizhang.server.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that always falls the same way: what is drawn depends only on what it is drawn for, so a
 * recipe added elsewhere changes nothing here.
 */
final class Dice {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final SplittableRandom random;

  private Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The dice for a purpose, named from the general to the particular. */
  static Dice of(String... purpose) {
    return new Dice(hash(purpose));
  }

  /** A number that stands for a purpose (FNV-1a). */
  static long hash(String... purpose) {
    long hash = FNV_OFFSET;
    for (byte b : String.join("\u0000", purpose).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return hash;
  }

  /** From 0 up to, not including, n. */
  int below(int n) {
    return random.nextInt(n);
  }

  /** From low to high, both included. */
  long between(long low, long high) {
    return random.nextLong(low, high + 1);
  }

  /** One of several, each as likely. */
  <T> T pick(List<T> options) {
    return options.get(below(options.size()));
  }

  /** Which of several weights it falls on. */
  int weighted(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double at = random.nextDouble() * sum;
    for (int n = 0; n < weights.length; n++) {
      at -= weights[n];
      if (at < 0) {
        return n;
      }
    }
    return weights.length - 1;
  }

  /** A factor around 1: mostly between 1/(1+spread) and 1+spread, now and then far above. */
  double factor(double spread) {
    double bell = 0;
    for (int n = 0; n < 6; n++) {
      bell += random.nextDouble();
    }
    return Math.exp((bell - 3) * 1.4 * Math.log1p(spread));
  }

  /** The numbers from 0 below n in a drawn order. */
  int[] shuffled(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
