package taizhang.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import taizhang.server.database.Database;

/**
 * Signed-in browsers, in the database: they outlive a restart, two server processes share them, and
 * one is ended by deleting its row. The browser holds 256 random bits; we hold their digest.
 */
@Repository
public class Sessions {

  /** Ends after so long without a request (ASVS 5.0, 7.3.1). */
  public static final Duration IDLE = Duration.ofMinutes(60);

  /** Ends after so long in any case: one working day (ASVS 5.0, 7.3.2). */
  public static final Duration LONGEST = Duration.ofHours(12);

  private static final Duration NOTED = Duration.ofMinutes(1);
  private static final int AGENT_MOST = 200;
  private static final String COLUMNS =
      "s.token, s.started, s.seen, s.address, s.agent,"
          + " a.id, a.login, a.name, a.renew, a.disabled, a.password_at";

  private final JdbcClient sql;
  private final InstantSource clock;

  Sessions(Database database, InstantSource clock) {
    this.sql = JdbcClient.create(database.app());
    this.clock = clock;
  }

  /** Starts a session; returns the secret the browser keeps. */
  public String start(Account account, String address, String agent) {
    String text = Secret.drawn();
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    sql.sql("delete from session where seen < ? or started < ?")
        .param(now.minus(IDLE))
        .param(now.minus(LONGEST))
        .update();
    sql.sql(
            "insert into session (token, account, started, seen, address, agent)"
                + " values (?, ?, ?, ?, ?, ?)")
        .param(Secret.digest(text))
        .param(account.id())
        .param(now)
        .param(now)
        .param(address)
        .param(agent.substring(0, Math.min(agent.length(), AGENT_MOST)))
        .update();
    return text;
  }

  /** The live session of a secret. */
  public Optional<Session> find(String secret) {
    Instant now = clock.instant();
    Optional<Session> found =
        sql.sql(
                "select "
                    + COLUMNS
                    + " from session s join account a on a.id = s.account"
                    + " where s.token = ? and s.seen > ? and s.started > ? and not a.disabled")
            .param(Secret.digest(secret))
            .param(now.minus(IDLE).atOffset(ZoneOffset.UTC))
            .param(now.minus(LONGEST).atOffset(ZoneOffset.UTC))
            .query((row, n) -> read(row))
            .optional();
    if (found.isPresent() && found.get().seen().isBefore(now.minus(NOTED))) {
      sql.sql("update session set seen = ? where token = ?")
          .param(now.atOffset(ZoneOffset.UTC))
          .param(Secret.digest(secret))
          .update();
    }
    return found;
  }

  /** The sessions of an account, the newest first. */
  public List<Session> of(Account account) {
    return sql.sql(
            "select "
                + COLUMNS
                + " from session s join account a on a.id = s.account"
                + " where s.account = ? order by s.seen desc")
        .param(account.id())
        .query((row, n) -> read(row))
        .list();
  }

  /** Ends the session of a secret. */
  public void end(String secret) {
    sql.sql("delete from session where token = ?").param(Secret.digest(secret)).update();
  }

  /** Ends one of an account's sessions by its name. */
  public void end(Account account, String id) {
    of(account).stream()
        .filter(session -> session.id().equals(id))
        .findFirst()
        .ifPresent(session ->
            sql.sql("delete from session where account = ? and encode(token, 'hex') like ? || '%'")
                .param(account.id())
                .param(id)
                .update());
  }

  private static Session read(ResultSet row) throws SQLException {
    return new Session(
        Secret.id(row.getBytes(1)),
        new Account(
            row.getInt(6),
            row.getString(7),
            row.getString(8),
            row.getBoolean(9),
            row.getBoolean(10),
            row.getObject(11, OffsetDateTime.class).toInstant()),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getString(4),
        row.getString(5));
  }
}
