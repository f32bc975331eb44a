package taizhang.server.exchange;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;

/** What the columns of a table are called: {@code 长度（公里）} is a field with its unit. */
final class Heading {

  static final String RECORD = "记录号";
  static final String VERSION = "登记号";
  static final String AREA = "区域";
  static final String AREA_NAME = "区域名称";
  static final String STATE = "办理状态";
  static final String EFFECTIVE = "生效日期";

  private static final Set<String> RESERVED =
      Set.of(RECORD, VERSION, AREA, AREA_NAME, STATE, EFFECTIVE);

  private static final Pattern WITH_UNIT =
      Pattern.compile("(?<name>.*?)\\s*[（(](?<unit>[^（）()]*)[）)]\\s*\\*?");

  private Heading() {}

  /** What stands after the name of a field that is declared no longer. */
  private static final String RETIRED = "〔已停用〕";

  /** The heading of a field: its title, or its name where the title means something else too. */
  static String of(Ledger ledger, Field field) {
    boolean sole =
        !RESERVED.contains(field.title())
            && ledger.fields().values().stream()
                    .filter(other -> other.title().equals(field.title()))
                    .count()
                == 1;
    String name = sole ? field.title() : field.name();
    name = ledger.fields().containsKey(field.name()) ? name : field.title() + RETIRED;
    return field.unit() == null ? name : name + "（" + field.unit() + "）";
  }

  /** True for the heading of a field that is declared no longer: nothing is entered there. */
  static boolean retired(String heading) {
    return name(heading).endsWith(RETIRED);
  }

  /** True where a heading names a field, by its title or its name, with a unit or without. */
  static boolean names(Field field, String heading) {
    String bare = name(heading);
    return heading.equals(field.title())
        || heading.equals(field.name())
        || bare.equals(field.title())
        || bare.equals(field.name());
  }

  /** The heading without its unit and without the star of a required field. */
  static String name(String heading) {
    Matcher m = WITH_UNIT.matcher(heading);
    String name = m.matches() ? m.group("name") : heading;
    return name.endsWith("*") ? name.substring(0, name.length() - 1).strip() : name;
  }

  /** The unit a heading gives for a field, null where it gives none. */
  static @Nullable String unit(Field field, String heading) {
    Matcher m = WITH_UNIT.matcher(heading);
    boolean titled = heading.equals(field.title()) || heading.equals(field.name());
    return titled || !m.matches() ? null : m.group("unit").strip();
  }
}
