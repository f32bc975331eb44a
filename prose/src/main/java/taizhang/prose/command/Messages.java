package taizhang.prose.command;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the commands say to people, in Chinese or English by locale. */
final class Messages {

  private final ResourceBundle bundle;

  Messages(Locale locale) {
    bundle =
        ResourceBundle.getBundle(
            "taizhang.prose.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String say(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
  }
}
