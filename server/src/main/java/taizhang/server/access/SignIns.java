package taizhang.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.server.database.Database;

/**
 * Signing in, slowed down against guessing (ASVS 5.0, 6.3.1): after five failures a login waits one
 * minute from that address, then two, up to fifteen; an address waits after thirty. A login is held
 * together with the address, so that nobody locks another person out.
 */
@Service
public class SignIns {

  private static final int FREE_OF_LOGIN = 5;
  private static final int FREE_OF_ADDRESS = 30;
  private static final int FREE_OF_LOGIN_ANYWHERE = 100;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private final JdbcClient sql;
  private final Accounts accounts;
  private final InstantSource clock;

  /** Who keeps count: a login at an address, an address, a login anywhere. */
  private record Count(String subject, int free) {}

  SignIns(Database database, Accounts accounts, InstantSource clock) {
    this.sql = JdbcClient.create(database.app());
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The account, where login and password are right and nobody has to wait. */
  public Outcome attempt(String login, String password, String address) {
    Instant now = clock.instant();
    List<Count> counts =
        List.of(
            new Count("login " + login + " at " + address, FREE_OF_LOGIN),
            new Count("login " + login, FREE_OF_LOGIN_ANYWHERE),
            new Count("address " + address, FREE_OF_ADDRESS));
    Duration wait = waiting(counts, now);
    if (!wait.isZero()) {
      return new Outcome.Wait(wait);
    }
    Optional<Account> account = accounts.withPassword(login, password);
    if (account.isPresent()) {
      forget(counts.getFirst());
      return new Outcome.Right(account.get());
    }
    counts.forEach(count -> fail(count, now));
    return new Outcome.Wrong();
  }

  /** What came of an attempt. */
  public sealed interface Outcome {
    /** Login and password are right. */
    record Right(Account account) implements Outcome {}

    /** They are not; which of them is not told. */
    record Wrong() implements Outcome {}

    /** Too many failures: not looked at before the time is over. */
    record Wait(Duration left) implements Outcome {}
  }

  private Duration waiting(List<Count> counts, Instant now) {
    return sql.sql("select max(until) from sign_in_failure where subject = any(?) and until > ?")
        .param(counts.stream().map(Count::subject).toArray(String[]::new))
        .param(now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getObject(1, java.time.OffsetDateTime.class))
        .optional()
        .map(until -> Duration.between(now, until.toInstant()))
        .orElse(Duration.ZERO);
  }

  private void fail(Count count, Instant now) {
    int failures =
        sql.sql(
                """
                insert into sign_in_failure as f (subject, failures, since, until) values (:subject, 1, :now, :now)
                on conflict (subject) do update set
                  failures = case when f.since < :old then 1 else f.failures + 1 end,
                  since = case when f.since < :old then :now else f.since end
                returning failures
                """)
            .param("subject", count.subject())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("old", now.minus(FORGOTTEN).atOffset(ZoneOffset.UTC))
            .query(Integer.class)
            .single();
    if (failures >= count.free()) {
      int doublings = Math.min(failures - count.free(), 4);
      Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
      sql.sql("update sign_in_failure set until = ? where subject = ?")
          .param(
              now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
                  .atOffset(ZoneOffset.UTC))
          .param(count.subject())
          .update();
    }
  }

  private void forget(Count count) {
    sql.sql("delete from sign_in_failure where subject = ?").param(count.subject()).update();
  }
}
