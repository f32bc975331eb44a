package taizhang.server.backup;

/** A backup that cannot be brought back, and why; the database is as it was before. */
public final class BackupRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The file is no backup, or not all of one. */
    NOT_A_BACKUP,
    /** What is in it is not what its manifest says. */
    ALTERED,
    /** The database holds towns already. */
    NOT_EMPTY,
    /** It was made by a version of the program with other tables. */
    OTHER_VERSION,
    /** The data directory holds other keys than those in the backup. */
    OTHER_KEYS
  }

  private final Reason reason;

  BackupRefused(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
