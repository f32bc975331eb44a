package taizhang.books.pack;

/**
 * Who may see a field in the clear. Personal and sensitive fields are encrypted before they are
 * hashed, masked by default and never read by rules.
 */
public enum Classification {
  OPEN,
  PERSONAL,
  SENSITIVE;

  /** True where the field is encrypted and masked. */
  public boolean sealed() {
    return this != OPEN;
  }
}
