package taizhang.server.matter;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.books.access.Post;
import taizhang.books.calendar.WorkCalendar;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.matter.Clocks;
import taizhang.books.matter.Doer;
import taizhang.books.matter.Standing;
import taizhang.books.pack.Clock;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.books.pack.Who;
import taizhang.books.wording.Quotation;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordEntries;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/**
 * Climbs the ladders of matters as time passes: who is told, what is drafted. A rung, its document
 * and its notifications are one transaction behind one row, so each happens once and none without
 * the others, whichever process does it and whenever it is killed.
 */
@Service
public class Escalation {

  /** Who drafts, as entries say it. */
  public static final Author CLOCK = Author.operator("clock");

  private final Towns towns;
  private final TownScope scope;
  private final Rules rules;
  private final RecordEntries histories;
  private final Entries entries;
  private final Channels channels;
  private final InstantSource clock;

  Escalation(
      Towns towns,
      TownScope scope,
      Rules rules,
      RecordEntries histories,
      Entries entries,
      Channels channels,
      InstantSource clock) {
    this.towns = towns;
    this.scope = scope;
    this.rules = rules;
    this.histories = histories;
    this.entries = entries;
    this.channels = channels;
    this.clock = clock;
  }

  private record Rung(long record, String clock, long run, String name) {}

  private record Due(Ledger ledger, RecordRow row, Standing standing, Clock.Rung rung) {
    Rung key() {
      return new Rung(row.id(), standing.clock().name(), standing.run(), rung.name());
    }
  }

  /** Climbs every rung that has been reached in any town; how many were climbed. */
  public int climbAll() {
    int climbed = 0;
    for (Town town : towns.all()) {
      climbed += climb(town.code());
    }
    return climbed;
  }

  /** Climbs every rung that has been reached in a town; doing it again climbs none. */
  public int climb(String code) {
    Town town = towns.find(code);
    TownRules now = rules.of(town);
    Instant instant = clock.instant();
    LocalDateTime moment = LocalDateTime.ofInstant(instant, WorkCalendar.ZONE);
    int climbed = 0;
    for (Due due : due(town, now, moment)) {
      climbed += fire(town, now, due, instant) ? 1 : 0;
    }
    return climbed;
  }

  private List<Due> due(Town town, TownRules now, LocalDateTime moment) {
    List<Due> due = new ArrayList<>();
    List<RecordRow> rows = scope.read(town, sql -> new DueRungs(town, now, moment).read(sql));
    Set<Rung> done = rows.isEmpty() ? Set.of() : scope.read(town, sql -> climbed(town, rows, sql));
    for (RecordRow row : rows) {
      Ledger ledger = now.ledger(row.ledger());
      for (Standing standing :
          Standing.of(Objects.requireNonNull(ledger.lifecycle()), row.image())) {
        standing.reached(row.image(), row.state(), moment, now.reckoner()).stream()
            .filter(DueRungs::does)
            .map(rung -> new Due(ledger, row, standing, rung))
            .filter(one -> !done.contains(one.key()))
            .forEach(due::add);
      }
    }
    return due;
  }

  private static Set<Rung> climbed(Town town, List<RecordRow> rows, JdbcClient sql) {
    return new HashSet<>(
        sql.sql("select record, clock, run, name from rung where town = ? and record = any(?)")
            .param(town.id())
            .param(rows.stream().map(RecordRow::id).toArray(Long[]::new))
            .query((row, n) ->
                new Rung(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)))
            .list());
  }

  /** False where another process was first. */
  private boolean fire(Town town, TownRules now, Due due, Instant instant) {
    return scope.write(
        town,
        sql -> {
          if (!claim(town, due, instant, sql)) {
            return false;
          }
          draft(town, now, due, instant);
          Set<String> told = told(town, now, due, instant);
          for (String login : told) {
            long id = tell(town, due, login, instant, sql);
            channels.queue(town, id, login, instant, sql);
          }
          return true;
        });
  }

  private static boolean claim(Town town, Due due, Instant instant, JdbcClient sql) {
    return sql.sql(
                """
                insert into rung (town, record, clock, run, name, at) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """)
            .param(town.id())
            .param(due.row().id())
            .param(due.standing().clock().name())
            .param(due.standing().run())
            .param(due.rung().name())
            .param(utc(instant))
            .update()
        == 1;
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private void draft(Town town, TownRules now, Due due, Instant instant) {
    boolean adopted = now.packs().ledger(MatterLedger.DOCUMENT) != null;
    if (due.rung().draft().isEmpty() || !adopted) {
      return;
    }
    LocalDateTime falls = Objects.requireNonNull(due.standing().due());
    Map<String, Value> fields = new TreeMap<>();
    fields.put("kind", Value.of(due.rung().draft()));
    fields.put("matter", Value.of(due.row().id()));
    Field leads = due.ledger().fields().get("leader");
    String leader = due.row().image().text("leader");
    if (leads != null && !leads.classification().sealed() && !leader.isEmpty()) {
      fields.put("leader", Value.of(leader));
    }
    fields.put("subject", Value.of(Subject.of(due.ledger(), due.row().image(), due.row().id())));
    fields.put("demand", Value.of(due.rung().say()));
    String department = department(due, now);
    if (!department.isEmpty()) {
      fields.put("department", Value.of(department));
    }
    fields.put("due_on", Value.of(falls.toLocalDate()));
    String why = why(town, now, due);
    if (!why.isEmpty()) {
      fields.put("why", Value.of(why));
    }
    fields.put("drafted_on", Value.of(LocalDate.ofInstant(instant, WorkCalendar.ZONE)));
    Rung key = due.key();
    String once = "rung/" + key.record() + "/" + key.clock() + "/" + key.run() + "/" + key.name();
    entries.appendAll(
        town.code(),
        CLOCK,
        List.of(
            Submission.open(MatterLedger.DOCUMENT, now.areas().root().code(), null, fields)
                .keyed(once)));
  }

  /** The department that the rung is for: the first that a field names. */
  private static String department(Due due, TownRules now) {
    for (Who who : due.rung().tell()) {
      if (who.role().equals("department") && who.of() != null) {
        return due.row().image().text(who.of());
      }
    }
    return now.owner(due.ledger());
  }

  private String why(Town town, TownRules now, Due due) {
    var history = histories.of(town.code(), List.of(due.row().id())).get(due.row().id());
    Lifecycle lifecycle = Objects.requireNonNull(due.ledger().lifecycle());
    if (history == null) {
      return "";
    }
    return Clocks.of(lifecycle, now.reckoner(), history).explanation(due.standing().clock());
  }

  private Set<String> told(Town town, TownRules now, Due due, Instant instant) {
    LocalDate today = LocalDate.ofInstant(instant, WorkCalendar.ZONE);
    Doer.Matter matter = now.matter(due.ledger(), due.row().image(), due.row().area());
    Set<String> told = new TreeSet<>();
    for (Who who : due.rung().tell()) {
      String person = who.of() == null ? "" : due.row().image().text(who.of());
      if (who.role().equals(Who.PERSON) && !person.isEmpty()) {
        told.add(person);
      }
      for (Post post : now.posts()) {
        if (post.heldOn(today) && Doer.is(post, who, matter, now.areas())) {
          told.add(post.login());
        }
      }
    }
    return told;
  }

  private static long tell(Town town, Due due, String login, Instant instant, JdbcClient sql) {
    String subject = Subject.of(due.ledger(), due.row().image(), due.row().id());
    LocalDateTime falls = due.standing().due();
    return sql.sql(
            """
            insert into notification (town, login, record, ledger, clock, run, rung, light, say, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """)
        .param(town.id())
        .param(login)
        .param(due.row().id())
        .param(due.ledger().code())
        .param(due.standing().clock().name())
        .param(due.standing().run())
        .param(due.rung().name())
        .param(due.rung().light())
        .param(Quotation.of(subject) + due.rung().say() + until(falls))
        .param(utc(instant))
        .query(Long.class)
        .single();
  }

  private static String until(@Nullable LocalDateTime due) {
    return due == null ? "" : "（时限" + due.toLocalDate() + " " + due.toLocalTime() + "）";
  }
}
