package taizhang.books.entry;

import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * The hash chain of a town: {@code hash = SM3(hash before ‖ bytes)} (SM3: GB/T 32905-2016),
 * beginning with 32 zero bytes. It shows any change to what was written, but not who may rewrite
 * its tail: whoever owns the database can. So the newest hash is printed and handed out.
 */
public final class Chain {

  private Chain() {}

  /** The hash before the first entry. */
  public static byte[] genesis() {
    return new byte[32];
  }

  /** The hash of an entry's bytes after the hash before it, 32 bytes. */
  public static byte[] next(byte[] before, byte[] bytes) {
    SM3Digest digest = new SM3Digest();
    digest.update(before, 0, before.length);
    digest.update(bytes, 0, bytes.length);
    return finish(digest);
  }

  /** SM3 of bytes standing alone, 32 bytes. */
  public static byte[] digest(byte[] bytes) {
    SM3Digest digest = new SM3Digest();
    digest.update(bytes, 0, bytes.length);
    return finish(digest);
  }

  private static byte[] finish(SM3Digest digest) {
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }
}
