package taizhang.books.pack;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may do something or is told of it: {@code office}, {@code leader}; {@code department of
 * lead_unit}, those of the department that a field names; {@code person of handler}, the person
 * whose login a field holds.
 *
 * @param role kind of post, or {@code person}
 * @param of field that names the department or the person; null for any of that role
 */
public record Who(String role, @Nullable String of) {

  /** A particular person. */
  public static final String PERSON = "person";

  /** Kinds of posts that take part in business; the three administrators do not. */
  public static final Set<String> ROLES =
      Set.of("office", "department", "village", "leader", "reader");

  private static final Pattern FORM =
      Pattern.compile("([a-z][a-z0-9_]*)(?: of ([a-z][a-z0-9_]*))?");

  /** Everything that can stand for a role. */
  static Set<String> words() {
    Set<String> words = new TreeSet<>(ROLES);
    words.add(PERSON);
    return words;
  }

  /** Reads {@code department of lead_unit}; the schema has seen to the form. */
  static Who parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    return new Who(matcher.group(1), matcher.group(2));
  }

  @Override
  public String toString() {
    return of == null ? role : role + " of " + of;
  }
}
