package taizhang.server.access;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import taizhang.books.access.Role;
import taizhang.books.entry.Submission;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.ledger.Townships;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;

/**
 * The first run of a fresh installation: nobody may sign in yet and there is no password that came
 * with the program. Who reads the code on the machine's own console opens the first town and
 * becomes its security administrator, who then admits everybody else.
 */
@Service
public class FirstRun {

  private static final String BY = "first-run";

  private final Accounts accounts;
  private final Towns towns;
  private final Townships townships;
  private final Entries entries;
  private final Rules rules;
  private final Path packs;
  private final String code;

  /**
   * What the form asks for.
   *
   * @param code as printed on the console
   * @param town short name for addresses: liuzhuang; or that of a town that is there already
   * @param townName 留庄镇
   * @param area statistical code of the town's own area
   * @param login of the security administrator
   * @param name the person's name
   */
  public record Wish(
      String code,
      String town,
      String townName,
      String area,
      String login,
      String name,
      String password) {}

  FirstRun(
      Accounts accounts,
      Towns towns,
      Townships townships,
      Entries entries,
      Rules rules,
      Passwords passwords,
      @Value("${taizhang.packs}") Path packs) {
    this.accounts = accounts;
    this.towns = towns;
    this.townships = townships;
    this.entries = entries;
    this.rules = rules;
    this.packs = packs;
    this.code = passwords.generated();
  }

  /** The code that the console prints while nobody may sign in. */
  public String code() {
    return code;
  }

  /**
   * Opens the town and admits its security administrator.
   *
   * @throws Refusal where the code is not the one printed, or something else is not as asked for
   */
  public void open(Wish wish) {
    if (!accounts.none()) {
      throw Refusal.of(ProblemCode.ALREADY, "已经初始化过，请直接登录");
    }
    if (!MessageDigest.isEqual(wish.code().strip().getBytes(), code.getBytes())) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "初始化：初始化码不对，见启动本程序的窗口", "set up: wrong code");
    }
    Town town =
        towns.all().stream().anyMatch(t -> t.code().equals(wish.town()))
            ? towns.find(wish.town())
            : found(wish);
    accounts.admit(wish.login(), wish.name(), wish.password(), false);
    String root = rules.of(town).areas().root().code();
    Submission post =
        Submission.open(
            SystemLedger.STAFF,
            root,
            null,
            Map.of(
                "login", taizhang.books.entry.Value.of(wish.login()),
                "name", taizhang.books.entry.Value.of(wish.name()),
                "role", taizhang.books.entry.Value.of(Role.SECURITY.code()),
                "area", taizhang.books.entry.Value.of(root)));
    entries.append(town.code(), BY, post);
  }

  private Town found(Wish wish) {
    if (!wish.town().matches("[a-z][a-z0-9_-]{0,31}")) {
      throw Refusal.of(ProblemCode.WRONG_TYPE, "乡镇简称", "小写字母开头的简称", wish.town());
    }
    if (wish.townName().isBlank() || !wish.area().matches("\\d{9,12}")) {
      throw Refusal.of(ProblemCode.WRONG_TYPE, "乡镇名称和区划代码", "名称和 9 至 12 位数字代码", wish.area());
    }
    townships.open(wish.town(), wish.townName().strip(), wish.area(), packs, BY);
    Town town = towns.find(wish.town());
    entries.appendAll(
        town.code(),
        BY,
        List.of(
            Submission.open(
                SystemLedger.AREA,
                wish.area(),
                LocalDate.of(1949, 10, 1),
                Map.of(
                    "code", taizhang.books.entry.Value.of(wish.area()),
                    "name", taizhang.books.entry.Value.of(wish.townName().strip()),
                    "level", taizhang.books.entry.Value.of("town"),
                    "valid_from", taizhang.books.entry.Value.of("1949-10-01")))));
    return town;
  }
}
