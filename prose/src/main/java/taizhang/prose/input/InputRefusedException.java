package taizhang.prose.input;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** A file that cannot be read as a report, and why. The reason is a key of the message bundle. */
public final class InputRefusedException extends Exception {

  private static final long serialVersionUID = 1;

  /** Why a file is refused. */
  public enum Reason {
    UNREADABLE,
    EMPTY,
    TOO_LARGE,
    NOT_TEXT,
    WRONG_ENCODING,
    ENCRYPTED,
    BROKEN_DOCX,
    ZIP_BOMB,
    BAD_CATALOGUE,
    SAME_FILE
  }

  private final Reason reason;
  private final String detail;

  /**
   * @param reason why
   * @param detail the file's name, or what was wrong with it
   */
  public InputRefusedException(Reason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
    this.detail = detail;
  }

  /** Why the file is refused. */
  public Reason reason() {
    return reason;
  }

  /** The file's name, or what was wrong with it. */
  public String detail() {
    return detail;
  }

  /** What happened and what to do, in Chinese or English. */
  public String text(Locale locale) {
    String pattern =
        ResourceBundle.getBundle(
                "taizhang.prose.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .getString("refused." + reason);
    return new MessageFormat(pattern, Locale.ROOT).format(new Object[] {detail});
  }
}
