package taizhang.server.command;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the commands say to people, in Chinese or English by locale. */
final class Messages {

  private final ResourceBundle bundle;
  private final Locale locale;

  Messages(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "taizhang.server.command.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  ResourceBundle bundle() {
    return bundle;
  }

  Locale locale() {
    return locale;
  }

  /** The message of a key; numbers are written as they are, without grouping. */
  String text(String key, Object... words) {
    Object[] texts = new Object[words.length];
    for (int n = 0; n < words.length; n++) {
      texts[n] = String.valueOf(words[n]);
    }
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts);
  }
}
