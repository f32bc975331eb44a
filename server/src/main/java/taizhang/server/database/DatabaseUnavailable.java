package taizhang.server.database;

import java.util.Locale;

/**
 * The environment does not let the database be used; the message says what to do about it. Commands
 * end with exit code 3.
 */
public final class DatabaseUnavailable extends RuntimeException {

  /** What is in the way. */
  public enum Reason {
    /** The data directory cannot be created or written. */
    NOT_WRITABLE,
    /** No space is left. */
    DISK_FULL,
    /** There are no binaries for this kind of machine, or they cannot be run here. */
    UNSUPPORTED_MACHINE,
    /** The data directory was made by another major version of PostgreSQL. */
    WRONG_VERSION,
    /** The server has a known leak of rows hidden by row-level security, or is too old. */
    UNSAFE_SERVER,
    /** The roles would not be bound by row-level security, or cannot be made. */
    ROLES,
    /** The tables were made by another version of the program. */
    MIGRATION,
    /** Another process holds what is needed. */
    IN_USE,
    /** No port to listen on. */
    PORT,
    /** The server did not start or does not answer. */
    UNREACHABLE,
    /** A setting is missing or makes no sense. */
    SETTINGS
  }

  private final Reason reason;
  private final String chinese;

  DatabaseUnavailable(Reason reason, String english, String chinese) {
    super(english);
    this.reason = reason;
    this.chinese = chinese;
  }

  DatabaseUnavailable(Reason reason, String english, String chinese, Throwable cause) {
    this(reason, english, chinese);
    initCause(cause);
  }

  /** What is in the way. */
  public Reason reason() {
    return reason;
  }

  /** The message in the language of the locale: Chinese or English. */
  public String message(Locale locale) {
    return locale.getLanguage().equals("zh") ? chinese : String.valueOf(getMessage());
  }
}
