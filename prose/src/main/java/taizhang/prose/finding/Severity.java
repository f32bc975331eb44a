package taizhang.prose.finding;

/** How grave a finding is. */
public enum Severity {
  /** Blocks publication. */
  E,
  /** Must be answered. */
  W,
  /** A hint. */
  I
}
