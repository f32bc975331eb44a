package taizhang.server.audit;

import java.util.List;

/**
 * What a check of a town's books found.
 *
 * @param town code of the town
 * @param entries entries checked
 * @param records records replayed
 * @param postings postings compared
 * @param balances balances compared
 * @param hash hash of the newest entry, hexadecimal
 * @param findings what is wrong, the first bad entry first; empty where all is well
 * @param seconds how long it took
 */
public record VerificationResult(
    String town,
    long entries,
    long records,
    long postings,
    long balances,
    String hash,
    List<Finding> findings,
    double seconds) {

  public VerificationResult {
    findings = List.copyOf(findings);
  }

  /** True where nothing is wrong. */
  public boolean sound() {
    return findings.isEmpty();
  }

  /**
   * One thing that is wrong.
   *
   * @param check chain, columns, record, posting or balance
   * @param seq the entry it was found at, 0 where it is none's
   * @param what in words
   */
  public record Finding(String check, long seq, String what) {}
}
