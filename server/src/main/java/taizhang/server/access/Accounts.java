package taizhang.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.database.Database;

/** The register of people who may sign in. */
@Repository
public class Accounts {

  private static final String COLUMNS = "id, login, name, renew, disabled, password_at";
  private static final String LOGIN = "[a-z][a-z0-9_.-]{1,39}";

  private final JdbcClient sql;
  private final Passwords passwords;
  private final InstantSource clock;

  Accounts(Database database, Passwords passwords, InstantSource clock) {
    this.sql = JdbcClient.create(database.app());
    this.passwords = passwords;
    this.clock = clock;
  }

  /** True before anybody may sign in. */
  public boolean none() {
    return sql.sql("select not exists (select from account)").query(Boolean.class).single();
  }

  /** The account of a login. */
  public Optional<Account> find(String login) {
    return sql.sql("select " + COLUMNS + " from account where login = ?")
        .param(login)
        .query((row, n) -> read(row))
        .optional();
  }

  /** The accounts of some logins, by login. */
  public List<Account> find(Collection<String> logins) {
    return sql.sql("select " + COLUMNS + " from account where login = any(?) order by login")
        .param(logins.toArray(String[]::new))
        .query((row, n) -> read(row))
        .list();
  }

  /**
   * Admits a person with a password that another sets; the person sets an own one at the first
   * sign-in.
   *
   * @throws Refusal where the login is taken or ill-formed, or the password weak
   */
  public Account admit(String login, String name, String password, boolean renew) {
    if (!login.matches(LOGIN)) {
      throw Refusal.of(ProblemCode.WRONG_TYPE, "登录名", "小写字母开头，可含数字、点、横线，2 至 40 个字符", login);
    }
    if (name.isBlank()) {
      throw Refusal.of(ProblemCode.MISSING_FIELD, "姓名");
    }
    passwords.check(password, login);
    OffsetDateTime now = now();
    try {
      return sql.sql(
              """
              insert into account (login, name, password, renew, created_at, password_at)
              values (?, ?, ?, ?, ?, ?) returning %s
              """
                  .formatted(COLUMNS))
          .param(login)
          .param(name.strip())
          .param(passwords.hash(password))
          .param(renew)
          .param(now)
          .param(now)
          .query((row, n) -> read(row))
          .single();
    } catch (DuplicateKeyException e) {
      throw Refusal.of(ProblemCode.ALREADY, "登录名“" + login + "”已有人使用，请换一个");
    }
  }

  /** Sets a password; all sessions of the account end. */
  public void setPassword(String login, String password, boolean renew) {
    passwords.check(password, login);
    sql.sql("update account set password = ?, renew = ?, password_at = ? where login = ?")
        .param(passwords.hash(password))
        .param(renew)
        .param(now())
        .param(login)
        .update();
    endSessions(login);
  }

  /** Lets a person sign in no more, or again; sessions end at once. */
  public void disable(String login, boolean disabled) {
    sql.sql("update account set disabled = ? where login = ?")
        .param(disabled)
        .param(login)
        .update();
    if (disabled) {
      endSessions(login);
    }
  }

  private void endSessions(String login) {
    sql.sql("delete from session where account = (select id from account where login = ?)")
        .param(login)
        .update();
  }

  /**
   * The account whose login and password these are; a wrong login takes as long as a wrong
   * password.
   */
  Optional<Account> withPassword(String login, String password) {
    @Nullable String kept =
        sql.sql("select password from account where login = ?")
            .param(login)
            .query(String.class)
            .optional()
            .orElse(null);
    boolean right = passwords.matches(password, kept == null ? NOBODY : kept) && kept != null;
    return right ? find(login).filter(account -> !account.disabled()) : Optional.empty();
  }

  /** A hash of nothing anybody knows. */
  private static final String NOBODY =
      "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private OffsetDateTime now() {
    Instant now = clock.instant();
    return now.atOffset(ZoneOffset.UTC);
  }

  private static Account read(ResultSet row) throws SQLException {
    return new Account(
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        row.getBoolean(4),
        row.getBoolean(5),
        row.getObject(6, OffsetDateTime.class).toInstant());
  }
}
