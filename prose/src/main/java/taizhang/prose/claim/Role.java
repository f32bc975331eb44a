package taizhang.prose.claim;

import java.util.Locale;

/** What a number says about its subject. */
public enum Role {
  /** So much of it there is. */
  LEVEL,
  /** Its part of a whole. */
  SHARE,
  /** Its change against another time; negative for a decrease. */
  GROWTH,
  /** How much of a target is reached. */
  COMPLETION,
  /** By how much it goes beyond a target or another place. */
  EXCESS,
  /** A rate of its own: 覆盖率, 失业率. */
  RATE,
  /** So many times as much. */
  FACTOR,
  /** Its place in an order. */
  RANK;

  /** The name in results. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
