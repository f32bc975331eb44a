package taizhang.server.access;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.books.access.Right;
import taizhang.books.access.Role;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;

/** The people of a town: who holds which post, and who of them may sign in. */
@Service
public class People {

  private final Rules rules;
  private final RecordRows rows;
  private final Entries entries;
  private final Accounts accounts;
  private final Traces traces;
  private final TownScope scope;

  People(
      Rules rules,
      RecordRows rows,
      Entries entries,
      Accounts accounts,
      Traces traces,
      TownScope scope) {
    this.rules = rules;
    this.rows = rows;
    this.entries = entries;
    this.accounts = accounts;
    this.traces = traces;
    this.scope = scope;
  }

  /**
   * A person of the town.
   *
   * @param account null where the person cannot sign in yet
   * @param posts held now or later, with the records they stand in
   */
  public record Person(String login, String name, @Nullable Account account, List<HeldPost> posts) {
    public Person {
      posts = List.copyOf(posts);
    }
  }

  /**
   * A post with the record it stands in.
   *
   * @param area name of its area
   */
  public record HeldPost(long record, Post post, String area) {}

  /** An appointment asked for; texts as the form has them. */
  public record Appointment(
      String login, String name, String role, String department, String area) {}

  /** Everybody with a post today or later, by login. */
  public List<Person> all(Town town, Clearance who) {
    check(who);
    TownRules now = rules.of(town);
    LocalDate today = rules.today();
    Map<String, List<HeldPost>> held = new TreeMap<>();
    rows.each(
        who,
        SystemLedger.STAFF,
        row -> {
          HeldPost post = held(row, now);
          if (post.post().until() == null || !post.post().until().isBefore(today)) {
            held.computeIfAbsent(post.post().login(), l -> new ArrayList<>()).add(post);
          }
        });
    Map<String, Account> known =
        accounts.find(held.keySet()).stream().collect(Collectors.toMap(Account::login, a -> a));
    return held.entrySet().stream()
        .map(e ->
            new Person(
                e.getKey(),
                e.getValue().getFirst().post().name(),
                known.get(e.getKey()),
                e.getValue()))
        .toList();
  }

  private static HeldPost held(RecordRow row, TownRules now) {
    Post post = TownRules.post(row.image());
    var area = now.areas().find(post.area());
    return new HeldPost(row.id(), post, area == null ? post.area() : area.name());
  }

  /** Appoints a person to a post; an entry on the chain. */
  public void appoint(Town town, Clearance who, Appointment wish) {
    check(who);
    Role role = Role.of(wish.role());
    if (role == null) {
      throw Refusal.of(ProblemCode.MISSING_FIELD, "岗位");
    }
    if (wish.login().equals(who.login())) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "给自己安排岗位", "appoint yourself");
    }
    String root = rules.of(town).areas().root().code();
    Map<String, Value> fields = new TreeMap<>();
    fields.put("login", Value.of(wish.login().strip()));
    fields.put("name", Value.of(wish.name().strip()));
    fields.put("role", Value.of(role.code()));
    fields.put("area", Value.of(wish.area().isEmpty() ? root : wish.area()));
    fields.put("from", Value.of(rules.today()));
    if (!wish.department().isEmpty()) {
      fields.put("department", Value.of(wish.department()));
    }
    entries.append(who, Submission.open(SystemLedger.STAFF, root, null, fields));
  }

  /** Ends a post with today; who held it keeps it until the day is over unless signed out. */
  public void dismiss(Town town, Clearance who, long record) {
    check(who);
    LocalDate last = rules.today().minusDays(1);
    entries.append(
        who,
        Submission.change(
            SystemLedger.STAFF, record, rules.today(), Map.of("until", Value.of(last))));
  }

  /** Lets a person with a post sign in, or gives a new password: to be handed over, used once. */
  public void setPassword(Town town, Clearance who, String login, String password, String address) {
    Person person = ofTown(town, who, login);
    if (person.account() == null) {
      accounts.admit(login, person.name(), password, true);
    } else {
      onlyHere(town, login);
      accounts.setPassword(login, password, true);
    }
    traces.leave(town, who.login(), "password", person.name() + " " + login, "", address);
  }

  /** Lets a person sign in no more, or again. */
  public void disable(Town town, Clearance who, String login, boolean disabled, String address) {
    Person person = ofTown(town, who, login);
    onlyHere(town, login);
    accounts.disable(login, disabled);
    String act = disabled ? "disable" : "enable";
    traces.leave(town, who.login(), act, person.name() + " " + login, "", address);
  }

  private Person ofTown(Town town, Clearance who, String login) {
    return all(town, who).stream()
        .filter(p -> p.login().equals(login))
        .findFirst()
        .orElseThrow(() -> Refusal.of(ProblemCode.ALREADY, "“" + login + "”在本镇没有岗位，请先安排岗位"));
  }

  /** Nobody takes over an account that works for another town too. */
  private void onlyHere(Town town, String login) {
    boolean elsewhere =
        rules.townsOf(login).stream().anyMatch(other -> !other.code().equals(town.code()));
    if (elsewhere) {
      throw Refusal.of(ProblemCode.ALREADY, "“" + login + "”在其他乡镇也有岗位，请本人在个人设置里修改");
    }
  }

  private static void check(Clearance who) {
    if (!who.may(Right.APPOINT)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "管理人员岗位", "look after people and posts");
    }
  }

  /** Who entered what, the newest first: not what it says, which is no business of an auditor. */
  public List<Trace> entered(Town town, Clearance who, TraceQuery query) {
    if (!who.may(Right.AUDIT)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "查看审计", "audit");
    }
    return scope.read(town, sql -> entered(town, query, sql));
  }

  private List<Trace> entered(Town town, TraceQuery query, JdbcClient sql) {
    TownRules now = rules.of(town);
    return sql.sql(
            """
            select seq, at, by, kind, ledger, record from entry
            where town = :town and seq < :before and (:anybody or by = any(:people))
              and (:act = '' or kind = :act) and at >= :since and at < :end
            order by seq desc limit :limit
            """)
        .param("town", town.id())
        .param("before", query.before())
        .param("anybody", query.anybody())
        .param("people", query.people())
        .param("act", query.act())
        .param("since", query.since().atOffset(ZoneOffset.UTC))
        .param("end", query.end().atOffset(ZoneOffset.UTC))
        .param("limit", query.limit())
        .query((row, n) -> {
          var ledger = now.packs().ledger(row.getString(5));
          return new Trace(
              row.getLong(1),
              row.getObject(2, java.time.OffsetDateTime.class).toInstant(),
              row.getString(3),
              row.getString(4),
              (ledger == null ? row.getString(5) : ledger.title()) + " 第 " + row.getLong(6) + " 号",
              "",
              "");
        })
        .list();
  }
}
