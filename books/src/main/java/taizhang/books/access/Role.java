package taizhang.books.access;

import static taizhang.books.access.Right.APPOINT;
import static taizhang.books.access.Right.AUDIT;
import static taizhang.books.access.Right.CLOSE;
import static taizhang.books.access.Right.DRAFTS;
import static taizhang.books.access.Right.READ;
import static taizhang.books.access.Right.REPORT;
import static taizhang.books.access.Right.REVEAL;
import static taizhang.books.access.Right.REVEAL_SENSITIVE;
import static taizhang.books.access.Right.REVIEW;
import static taizhang.books.access.Right.SET_UP;
import static taizhang.books.access.Right.WRITE;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of post. The three administrators (三员) see no business data, and no person holds two of
 * their posts: who sets the system up, who appoints and who audits are different people (GB/T
 * 22239—2019, 8.1.5).
 */
public enum Role {
  SYSTEM("系统管理员", SET_UP),
  SECURITY("安全管理员", APPOINT),
  AUDITOR("审计管理员", AUDIT),
  OFFICE("党政办", READ, WRITE, REVIEW, DRAFTS, REPORT, CLOSE, REVEAL),
  DEPARTMENT("站所办", READ, WRITE, REVIEW, DRAFTS, REVEAL, REVEAL_SENSITIVE),
  VILLAGE("村居", READ, WRITE, REVEAL),
  LEADER("镇领导", READ, DRAFTS),
  READER("查阅", READ);

  private final String title;
  private final Set<Right> rights;

  Role(String title, Right first, Right... others) {
    this.title = title;
    this.rights = EnumSet.of(first, others);
  }

  /** As written in the books: {@code village}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the screen calls it. */
  public String title() {
    return title;
  }

  /** True where its holder may do this somewhere. */
  public boolean grants(Right right) {
    return rights.contains(right);
  }

  /** One of the three administrators, of whom a person is at most one. */
  public boolean administers() {
    return this == SYSTEM || this == SECURITY || this == AUDITOR;
  }

  /** The role with a code, null where there is none. */
  public static @Nullable Role of(String code) {
    return List.of(values()).stream()
        .filter(role -> role.code().equals(code))
        .findFirst()
        .orElse(null);
  }
}
