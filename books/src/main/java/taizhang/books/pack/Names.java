package taizhang.books.pack;

/** Names inside packs and full codes across them. */
final class Names {

  private Names() {}

  /** The full code of a name as a pack writes it: bare names are its own. */
  static String full(String pack, String name) {
    return name.indexOf('.') < 0 ? pack + "." + name : name;
  }

  /** How a pack would write a full code: bare where it is its own. */
  static String shortest(String pack, String code) {
    return code.startsWith(pack + ".") ? code.substring(pack.length() + 1) : code;
  }

  /** The pack of a full code. */
  static String pack(String code) {
    return code.substring(0, code.indexOf('.'));
  }

  /** A code without {@code #target}. */
  static String bare(String code) {
    return code.endsWith(PostingRule.TARGET)
        ? code.substring(0, code.length() - PostingRule.TARGET.length())
        : code;
  }
}
