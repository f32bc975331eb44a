package taizhang.server.audit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.server.ledger.Replay;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/**
 * Checks a town's books from its entries alone: the chain is whole, the columns say what the bytes
 * say, and records, postings and balances are what a replay gives.
 */
@Service
public class Verification {

  /** Findings are kept up to this many; the first names the first bad entry. */
  static final int MOST = 20;

  private final Towns towns;
  private final TownScope scope;
  private final Replay replay;

  Verification(Towns towns, TownScope scope, Replay replay) {
    this.towns = towns;
    this.scope = scope;
    this.replay = replay;
  }

  /** Checks one town at one instant. */
  public VerificationResult verify(String code) {
    Town town = towns.find(code);
    return scope.read(town, sql -> verify(town, sql));
  }

  private VerificationResult verify(Town town, JdbcClient sql) {
    long begun = System.nanoTime();
    List<VerificationResult.Finding> findings = new ArrayList<>();
    ChainCheck chain = new ChainCheck(town, findings);
    chain.run(sql);
    Replay.Outcome outcome =
        replay.compare(
            town,
            sql,
            (check, seq, what) -> {
              if (findings.size() < MOST) {
                findings.add(new VerificationResult.Finding(check, seq, what));
              }
            });
    return new VerificationResult(
        town.code(),
        chain.entries(),
        outcome.records(),
        outcome.postings(),
        outcome.balances(),
        HexFormat.of().formatHex(chain.hash()),
        findings,
        (System.nanoTime() - begun) / 1e9);
  }
}
