package taizhang.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/**
 * Tokens by which machines use the API (接口令牌). A token acts as one login, with the posts that login
 * holds on the day, in one town, for at most a year; it reads, or reads and writes. The secret is
 * shown once; only its digest is kept.
 */
@Repository
public class Tokens {

  /** Longest a token holds. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final String PREFIX = "tz_";

  private static final String COLUMNS =
      "select digest, login, name, writes, issued, until, revoked from token where town = ?";
  private static final RowMapper<Token> TOKEN =
      (row, n) ->
          new Token(
              Secret.id(row.getBytes(1)),
              row.getString(2),
              row.getString(3),
              row.getBoolean(4),
              row.getObject(5, OffsetDateTime.class).toInstant(),
              row.getObject(6, OffsetDateTime.class).toInstant(),
              row.getBoolean(7));

  private final Towns towns;
  private final TownScope scope;
  private final Rules rules;
  private final InstantSource clock;

  Tokens(Towns towns, TownScope scope, Rules rules, InstantSource clock) {
    this.towns = towns;
    this.scope = scope;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * A token that was handed out.
   *
   * @param id names it; says nothing about its secret
   * @param login whose posts it acts with
   * @param name what it is for
   * @param writes true where it may enter too
   */
  public record Token(
      String id,
      String login,
      String name,
      boolean writes,
      Instant issued,
      Instant until,
      boolean revoked) {}

  /**
   * Hands out a token; returns its secret, which is shown once.
   *
   * @throws Refusal where the login holds no post here, or the caller may not set the system up
   */
  public String issue(
      Town town, Clearance who, String login, String name, boolean writes, Duration holds) {
    check(who);
    if (name.isBlank()) {
      throw Refusal.of(ProblemCode.MISSING_FIELD, "用途");
    }
    if (rules.clearance(town, login).posts().isEmpty()) {
      throw Refusal.of(ProblemCode.ALREADY, "“" + login + "”在本镇没有岗位；请安全管理员先为这台机器安排岗位");
    }
    String secret = PREFIX + town.code() + "." + Secret.drawn();
    Instant now = clock.instant();
    Duration span = holds.compareTo(LONGEST) > 0 ? LONGEST : holds;
    scope.write(
        town,
        sql ->
            sql.sql(
                    "insert into token (town, digest, login, name, writes, issued, until, by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(town.id())
                .param(Secret.digest(secret))
                .param(login)
                .param(name.strip())
                .param(writes)
                .param(at(now))
                .param(at(now.plus(span)))
                .param(who.login())
                .update());
    return secret;
  }

  /** The tokens of a town, the newest first. */
  public List<Token> all(Town town, Clearance who) {
    check(who);
    return scope.read(
        town,
        sql -> sql.sql(COLUMNS + " order by issued desc").param(town.id()).query(TOKEN).list());
  }

  /** Takes a token back at once. */
  public void revoke(Town town, Clearance who, String id) {
    check(who);
    scope.write(
        town,
        sql ->
            sql.sql(
                    "update token set revoked = true"
                        + " where town = ? and encode(digest, 'hex') like ? || '%'")
                .param(town.id())
                .param(id.matches("[0-9a-f]{16}") ? id : "-")
                .update());
  }

  /** What a machine that shows a secret may see and do; empty where the secret is no good. */
  public Optional<Clearance> clearance(String secret) {
    int dot = secret.indexOf('.');
    if (!secret.startsWith(PREFIX) || dot < 0) {
      return Optional.empty();
    }
    String code = secret.substring(PREFIX.length(), dot);
    return towns.all().stream()
        .filter(town -> town.code().equals(code))
        .findFirst()
        .flatMap(town -> live(town, secret).map(token -> clearance(town, token)));
  }

  private Clearance clearance(Town town, Token token) {
    Clearance who = rules.clearance(town, token.login());
    return token.writes()
        ? who.limitedTo(Right.READ, Right.WRITE, Right.REVIEW)
        : who.limitedTo(Right.READ);
  }

  private Optional<Token> live(Town town, String secret) {
    Instant now = clock.instant();
    return scope
        .read(
            town,
            sql ->
                sql.sql(COLUMNS + " and digest = ?")
                    .param(town.id())
                    .param(Secret.digest(secret))
                    .query(TOKEN)
                    .optional())
        .filter(token -> !token.revoked() && token.until().isAfter(now));
  }

  private static void check(Clearance who) {
    if (!who.may(Right.SET_UP)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "发放接口令牌", "hand out tokens");
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
