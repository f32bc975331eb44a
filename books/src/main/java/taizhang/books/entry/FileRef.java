package taizhang.books.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as a field names it: which one by its content, and what it is called. The file itself lies
 * beside the record as an {@link Attachment} of the same digest. Written as sums of files are
 * written, the digest, a blank and the name.
 *
 * @param digest SM3 of its content (GB/T 32905—2016), 64 hexadecimal digits
 * @param name what the file is called
 */
public record FileRef(String digest, String name) {

  private static final int DIGITS = 64;
  private static final int LONGEST_NAME = 200;

  /** Reads {@link #text()}; null where it is none. */
  public static @Nullable FileRef parse(String text) {
    boolean written =
        text.length() > DIGITS + 1
            && text.length() <= DIGITS + 1 + LONGEST_NAME
            && text.substring(0, DIGITS + 1).matches("[0-9a-f]{64} ")
            && text.chars().noneMatch(Character::isISOControl);
    return written ? new FileRef(text.substring(0, DIGITS), text.substring(DIGITS + 1)) : null;
  }

  /** The files that a field names; what is no such name is left out. */
  public static List<FileRef> of(@Nullable Value value) {
    return value instanceof Value.Listing(List<String> items)
        ? items.stream().map(FileRef::parse).filter(java.util.Objects::nonNull).toList()
        : List.of();
  }

  /** What the files that a field names are called, in one line. */
  public static String names(@Nullable Value value) {
    return String.join("、", of(value).stream().map(FileRef::name).toList());
  }

  /** As the books keep it. */
  public String text() {
    return digest + " " + name;
  }
}
