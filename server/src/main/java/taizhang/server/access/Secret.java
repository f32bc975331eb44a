package taizhang.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What a browser or a machine shows to be let in: 256 random bits. We keep only their digest, which
 * without a salt is enough because nobody can guess the bits.
 */
final class Secret {

  private static final int BYTES = 32;
  private static final int NAMED_BY = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  /** A new one, as text that fits a cookie or a header. */
  static String drawn() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept of a secret. */
  static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a secret is called by in lists: the first digits of its digest. */
  static String id(byte[] digest) {
    return HexFormat.of().formatHex(digest, 0, NAMED_BY);
  }
}
