package taizhang.server.command;

import java.util.List;

/** Ends a command with a message from the bundle and an exit code. */
final class Stop extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exit;
  private final String key;
  private final transient List<Object> words;

  private Stop(int exit, String key, Object... words) {
    super(key);
    this.exit = exit;
    this.key = key;
    this.words = List.of(words);
  }

  /** The caller can mend it. */
  static Stop refused(String key, Object... words) {
    return new Stop(Exit.REFUSED, key, words);
  }

  /** Something about the machine is in the way. */
  static Stop environment(String key, Object... words) {
    return new Stop(Exit.ENVIRONMENT, key, words);
  }

  int exit() {
    return exit;
  }

  String key() {
    return key;
  }

  Object[] words() {
    return words.toArray();
  }
}
