package taizhang.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.entry.Chain;
import taizhang.server.town.Town;

/** Walks a town's chain: seq without gaps, every hash recomputed, the head where the chain ends. */
final class ChainCheck {

  private final Town town;
  private final List<VerificationResult.Finding> findings;
  private byte[] hash = Chain.genesis();
  private long seq;

  ChainCheck(Town town, List<VerificationResult.Finding> findings) {
    this.town = town;
    this.findings = findings;
  }

  long entries() {
    return seq;
  }

  byte[] hash() {
    return hash;
  }

  void run(JdbcClient sql) {
    sql.sql("select seq, bytes, hash from entry where town = ? order by seq")
        .param(town.id())
        .withFetchSize(2000)
        .query(this::entry);
    HeadRow head =
        sql.sql("select seq, hash from head where town = ?")
            .param(town.id())
            .query((row, n) -> new HeadRow(row.getLong(1), row.getBytes(2)))
            .single();
    if (head.seq() != seq || !Arrays.equals(head.hash(), hash)) {
      found(seq, "the head names entry " + head.seq() + ", the chain ends at " + seq);
    }
  }

  private record HeadRow(long seq, byte[] hash) {}

  private void entry(ResultSet row) throws SQLException {
    long found = row.getLong(1);
    byte[] bytes = row.getBytes(2);
    byte[] stored = row.getBytes(3);
    if (found != seq + 1) {
      found(found, "entries " + (seq + 1) + " to " + (found - 1) + " are missing");
    }
    byte[] expected = Chain.next(hash, bytes);
    if (!Arrays.equals(expected, stored)) {
      found(found, "the hash of entry " + found + " is not that of its bytes");
    }
    seq = found;
    hash = stored;
  }

  private void found(long at, String what) {
    if (findings.size() < Verification.MOST) {
      findings.add(new VerificationResult.Finding("chain", at, what));
    }
  }
}
