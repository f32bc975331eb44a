package taizhang.books.pack;

/**
 * The text of one pack and where it came from.
 *
 * @param file name that problems are reported under: a path, or for an adopted pack what names the
 *     entry
 * @param text the YAML, verbatim
 */
public record PackSource(String file, String text) {}
