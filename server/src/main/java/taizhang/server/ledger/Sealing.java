package taizhang.server.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.springframework.stereotype.Component;

/**
 * Encrypts personal fields before they are hashed: SM4-GCM (GB/T 32907-2016) under a key of the
 * record's own, which is kept wrapped by the master key. Destroying the record's key makes its
 * personal fields unreadable without touching the chain.
 */
@Component
public class Sealing {

  private static final String PREFIX = "sm4:";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY = 16;
  private static final Provider PROVIDER = new BouncyCastleProvider();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final MasterKeys keys;

  public Sealing(MasterKeys keys) {
    this.keys = keys;
  }

  /** The key of one record, wrapped for keeping. */
  public record Wrapped(byte[] bytes, String master) {}

  /** A fresh key for a record. */
  static byte[] freshKey() {
    byte[] key = new byte[KEY];
    RANDOM.nextBytes(key);
    return key;
  }

  /** A record's key, or what belongs to no record, wrapped by the newest master key. */
  public Wrapped wrap(byte[] recordKey) {
    return new Wrapped(encrypt(keys.newest(), recordKey), keys.newestName());
  }

  /** What was wrapped. */
  public byte[] unwrap(Wrapped wrapped) {
    return decrypt(keys.named(wrapped.master()), wrapped.bytes());
  }

  /** A text sealed under a record's key. */
  static String seal(byte[] recordKey, String text) {
    byte[] sealed = encrypt(recordKey, text.getBytes(StandardCharsets.UTF_8));
    return PREFIX + Base64.getEncoder().withoutPadding().encodeToString(sealed);
  }

  /** Bytes sealed under a record's key. */
  static byte[] seal(byte[] recordKey, byte[] content) {
    return encrypt(recordKey, content);
  }

  /** Sealed bytes in the clear. */
  static byte[] open(byte[] recordKey, byte[] sealed) {
    return decrypt(recordKey, sealed);
  }

  /** A sealed text in the clear. */
  static String open(byte[] recordKey, String sealed) {
    byte[] bytes = Base64.getDecoder().decode(sealed.substring(PREFIX.length()));
    return new String(decrypt(recordKey, bytes), StandardCharsets.UTF_8);
  }

  /** True where a text is sealed. */
  public static boolean sealed(String text) {
    return text.startsWith(PREFIX);
  }

  /**
   * A keyed fingerprint, equal for equal bytes within this installation and telling nothing without
   * its key.
   */
  byte[] fingerprint(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSM3", PROVIDER);
      mac.init(new SecretKeySpec(keys.index(), "HmacSM3"));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] encrypt(byte[] key, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, plain, 0);
    byte[] whole = new byte[NONCE + sealed.length];
    System.arraycopy(nonce, 0, whole, 0, NONCE);
    System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
    return whole;
  }

  private static byte[] decrypt(byte[] key, byte[] whole) {
    byte[] nonce = java.util.Arrays.copyOf(whole, NONCE);
    return run(Cipher.DECRYPT_MODE, key, nonce, whole, NONCE);
  }

  private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] input, int from) {
    try {
      Cipher cipher = Cipher.getInstance("SM4/GCM/NoPadding", PROVIDER);
      cipher.init(mode, new SecretKeySpec(key, "SM4"), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input, from, input.length - from);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("personal fields cannot be read with this key", e);
    }
  }
}
