package taizhang.server.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/**
 * Passwords: Argon2id with 19 MiB and two passes (OWASP Password Storage Cheat Sheet), at most two
 * at a time so that guessing cannot exhaust memory. Long ones are asked for, not odd ones (NIST SP
 * 800-63B, 3.1.1.2; ASVS 5.0, 6.2).
 */
@Component
public class Passwords {

  /** Fewest characters. */
  public static final int LEAST = 10;

  /** Most characters. */
  public static final int MOST = 128;

  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int GENERATED_BYTES = 12;
  private static final Set<String> KNOWN =
      Set.of(
          "1234567890",
          "0123456789",
          "0987654321",
          "12345678910",
          "1111111111",
          "0000000000",
          "8888888888",
          "6666666666",
          "1234512345",
          "1122334455",
          "1357924680",
          "1472583690",
          "qwertyuiop",
          "1q2w3e4r5t",
          "qwer123456",
          "abc1234567",
          "a123456789",
          "aa12345678",
          "password12",
          "password123",
          "passw0rd123",
          "p@ssw0rd123",
          "admin12345",
          "admin123456",
          "administrator",
          "woaini1314",
          "woaini520",
          "5201314520",
          "iloveyou520",
          "zhongguo123",
          "taizhang123",
          "taizhang2026",
          "qwertyuiop123",
          "asdfghjkl123",
          "1qaz2wsx3edc");

  private final Argon2PasswordEncoder argon =
      new Argon2PasswordEncoder(SALT, HASH, 1, MEMORY_KIB, PASSES);
  private final Semaphore turns = new Semaphore(2);
  private final SecureRandom random = new SecureRandom();

  /** What is kept of a password. */
  String hash(String password) {
    return inTurn(() -> String.valueOf(argon.encode(password)));
  }

  /** True where a password is the one kept. */
  boolean matches(String password, String hash) {
    return password.length() <= MOST && inTurn(() -> argon.matches(password, hash));
  }

  /** A password that nobody guesses, for handing over once. */
  public String generated() {
    byte[] bytes = new byte[GENERATED_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replaceAll("[-_]", "x");
  }

  /**
   * Refuses a password that is easily guessed.
   *
   * @throws Refusal with what is asked for
   */
  void check(String password, String login) {
    String plain = password.toLowerCase(Locale.ROOT);
    if (password.length() < LEAST || password.length() > MOST) {
      throw refused("须为 " + LEAST + " 至 " + MOST + " 个字符");
    }
    if (plain.contains(login) || KNOWN.contains(plain) || plain.chars().distinct().count() < 4) {
      throw refused("太容易猜到，请换一个（不要含登录名、连续数字或键盘顺序）");
    }
  }

  private static Refusal refused(String why) {
    return Refusal.of(ProblemCode.WEAK_PASSWORD, why);
  }

  private <T> T inTurn(Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
