package taizhang.server.web;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page on its way into English: what a template put in from the books is told from what the
 * template says itself, by signs of Unicode's private use that {@link English#page} takes out
 * again.
 */
final class EnglishOutput extends OwaspHtmlTemplateOutput {

  /** Stands before what was put in. */
  static final char OPEN = '\uE000';

  /** Stands after what was put in. */
  static final char SHUT = '\uE001';

  /** Stands between two stretches of a template that came together by chance. */
  static final char JOINT = '\uE002';

  /** Attributes that people read or hear. */
  static final Set<String> SPOKEN =
      Set.of(
          "placeholder", "aria-label", "title", "alt", "data-confirm", "data-title", "data-copied");

  private final StringOutput page;
  private @Nullable String attribute;
  private boolean own;

  EnglishOutput() {
    this(new StringOutput());
  }

  private EnglishOutput(StringOutput page) {
    super(page);
    this.page = page;
  }

  /** The page in English. */
  String english() {
    return English.page(page.toString());
  }

  @Override
  public void setContext(String tagName, @Nullable String attributeName) {
    super.setContext(tagName, attributeName);
    attribute = attributeName;
  }

  @Override
  public void writeContent(String value) {
    if (own) {
      page.writeContent(String.valueOf(JOINT));
    }
    own = true;
    super.writeContent(value);
  }

  @Override
  public void writeBinaryContent(byte[] value) {
    writeContent(new String(value, StandardCharsets.UTF_8));
  }

  @Override
  public void writeUserContent(@Nullable String value) {
    if (value == null) {
      return;
    }
    between(() -> super.writeUserContent(value));
  }

  @Override
  public void writeUserContent(int value) {
    between(() -> super.writeUserContent(value));
  }

  @Override
  public void writeUserContent(long value) {
    between(() -> super.writeUserContent(value));
  }

  private void between(Runnable write) {
    boolean read = attribute == null || SPOKEN.contains(attribute);
    own = false;
    if (read) {
      page.writeContent(String.valueOf(OPEN));
    }
    write.run();
    if (read) {
      page.writeContent(String.valueOf(SHUT));
    }
    own = false;
  }
}
