package taizhang.server.web.family;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import taizhang.books.access.Clearance;
import taizhang.books.access.Role;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Pack;
import taizhang.books.pack.Packs;
import taizhang.server.access.Accounts;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.ledger.Townships;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;
import taizhang.server.web.Site;

/** A township that keeps every field of work there is, with a clerk in each of its departments. */
final class WholeTown {

  static final String CODE = "lingang";
  static final String ROOT = "370899110000";
  static final String VILLAGE = "370899110201";
  static final String PASSWORD = "每人自己的密码 2024";

  /** The village's own clerk, who belongs to no department. */
  static final String VILLAGE_CLERK = "柳林村";

  final Packs packs = Packs.read(Path.of("../packs"));
  private final Site site;
  private final Town town;
  private final Map<String, String> logins = new HashMap<>();

  WholeTown(Site site) {
    this.site = site;
    this.town = site.get(Towns.class).register(CODE, "临港镇");
    site.get(Townships.class).adopt(town, ROOT, packs, "setup");
    area(ROOT, "临港镇", "town", "");
    area(VILLAGE, "柳林村", "village", ROOT);
    area("370899110202", "沙河村", "village", ROOT);
    for (Pack pack : packs.packs()) {
      if (!logins.containsKey(pack.owner())) {
        appoint(pack.owner(), Role.DEPARTMENT, pack.owner(), ROOT);
      }
    }
    appoint(VILLAGE_CLERK, Role.VILLAGE, "", VILLAGE);
  }

  Ledger ledger(String code) {
    Ledger ledger = packs.ledger(code);
    if (ledger == null) {
      throw new IllegalArgumentException("no ledger " + code);
    }
    return ledger;
  }

  /** The department that answers for a ledger. */
  String owner(Ledger ledger) {
    return packs.packs().stream()
        .filter(pack -> pack.name().equals(ledger.pack()))
        .findFirst()
        .orElseThrow()
        .owner();
  }

  /** Login of a department's clerk, or of the village's. */
  String login(String of) {
    String login = logins.get(of);
    if (login == null) {
      throw new IllegalArgumentException("nobody keeps books for " + of);
    }
    return login;
  }

  /** The records that a record of a ledger must refer to, each entered by who keeps its ledger. */
  Map<String, Value> referredTo(Ledger ledger) {
    Map<String, Value> records = new HashMap<>();
    for (Field field : ledger.fields().values()) {
      if (field.required() && field.ledger() != null && !ledger.isCopied(field.name())) {
        records.put(field.name(), Value.of(Long.toString(prepare(ledger(field.ledger())))));
      }
    }
    return records;
  }

  private long prepare(Ledger ledger) {
    Map<String, Value> fields = referredTo(ledger);
    for (Field field : ledger.fields().values()) {
      boolean entered = !ledger.isCopied(field.name()) && !ledger.isDerived(field.name());
      if (field.required() && entered && field.ledger() == null) {
        fields.put(field.name(), Value.of(Sample.of(field)));
      }
    }
    Clearance who = site.get(Rules.class).clearance(town, login(owner(ledger)));
    String area = ledger.livesAt().equals("town") ? ROOT : VILLAGE;
    Submission opening = Submission.open(ledger.code(), area, null, fields);
    return site.get(Entries.class).append(who, opening).record();
  }

  private void appoint(String name, Role role, String department, String area) {
    String login = "clerk-" + (logins.size() + 1);
    logins.put(name, login);
    Map<String, Value> post = new HashMap<>();
    post.put("login", Value.of(login));
    post.put("name", Value.of(name + "经办"));
    post.put("role", Value.of(role.code()));
    post.put("area", Value.of(area));
    if (!department.isEmpty()) {
      post.put("department", Value.of(department));
    }
    enter(SystemLedger.STAFF, post);
    site.get(Accounts.class).admit(login, name + "经办", PASSWORD, false);
  }

  private void area(String code, String name, String level, String parent) {
    Map<String, Value> fields = new HashMap<>();
    fields.put("code", Value.of(code));
    fields.put("name", Value.of(name));
    fields.put("level", Value.of(level));
    fields.put("valid_from", Value.of(LocalDate.of(2000, 1, 1)));
    if (!parent.isEmpty()) {
      fields.put("parent", Value.of(parent));
    }
    enter(SystemLedger.AREA, fields);
  }

  private void enter(String ledger, Map<String, Value> fields) {
    Submission submission = Submission.open(ledger, ROOT, null, fields);
    site.get(Entries.class).appendAll(CODE, "setup", List.of(submission));
  }
}
