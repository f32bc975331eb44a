package taizhang.server.matter;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.books.access.Right;
import taizhang.books.access.Role;
import taizhang.books.matter.Doer;
import taizhang.books.matter.LitFrom;
import taizhang.books.pack.Clock;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.books.pack.Who;
import taizhang.server.ledger.ClockSql;
import taizhang.server.ledger.Sight;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;

/**
 * Which records are open matters, whose they are and when they are due, in SQL over the table of
 * records aliased {@code r}. It says the same as {@code Doer} and {@code Standing} say of one
 * record; lists and counts ask it so that no more is read than is shown.
 */
final class MatterSql {

  /** Later than any moment: where no clock runs. */
  static final String NEVER = ClockSql.NEVER;

  private static final String FALSE = "false";

  private final TownRules town;
  private final Clearance who;
  private final LocalDateTime now;
  private final Map<String, Object> params = new HashMap<>();
  private final Map<Object, String> names = new HashMap<>();
  private final List<String> due = new ArrayList<>();
  private final List<String> near = new ArrayList<>();
  private final List<String> mine = new ArrayList<>();
  private final List<String> named = new ArrayList<>();
  private final String seen;

  MatterSql(Town in, TownRules town, Clearance who, LocalDateTime now) {
    this.town = town;
    this.who = who;
    this.now = now;
    List<Ledger> ledgers = Matters.ledgers(town);
    open(ledgers);
    for (Ledger ledger : ledgers) {
      Lifecycle lifecycle = Objects.requireNonNull(ledger.lifecycle());
      times(ledger, lifecycle);
      moves(ledger, lifecycle);
      addressed(ledger, lifecycle);
    }
    params.put("town", in.id());
    params.put("now", now.toString());
    params.put("today", now.toLocalDate().toString());
    Sight sight = Sight.of(who, Right.READ, "r");
    params.putAll(sight.params());
    this.seen = "(" + sight.where() + " or " + any(named) + ")";
  }

  private void open(List<Ledger> all) {
    List<String> ledgers = new ArrayList<>();
    List<String> states = new ArrayList<>();
    for (Ledger ledger : all) {
      Objects.requireNonNull(ledger.lifecycle())
          .states()
          .forEach((state, declared) -> {
            if (!declared.last()) {
              ledgers.add(ledger.code());
              states.add(state);
            }
          });
    }
    params.put("ledgers", ledgers.toArray(String[]::new));
    params.put("states", states.toArray(String[]::new));
  }

  /**
   * The matters as a table {@code r} that has, beside the columns of a record, when each is due,
   * which department deals with it and why it concerns the person.
   */
  String from() {
    return """
    from (
      select q.*, q.due < :now as late,
        q.due >= :now and q.due < :today || 'T99' as today
      from (
        select r.*, %s as due, %s as mine, %s as department, %s as in_area, %s as near, %s as dept
        from record r where %s) q) r
    """
        .formatted(
            due(),
            mine(),
            department(),
            area(),
            near(),
            DepartmentSql.of(town, Matters.ledgers(town)),
            where());
  }

  /** Open matters that the person may see. */
  private String where() {
    return "r.town = :town and r.ledger = any(:ledgers) and not r.void"
        + " and (r.ledger, r.state) in (select * from unnest(:ledgers::text[], :states::text[]))"
        + " and "
        + seen;
  }

  /** When a matter is due first, as text that sorts; {@link #NEVER} where no clock runs. */
  private String due() {
    return due.isEmpty()
        ? "'" + NEVER + "'"
        : "coalesce(least(" + String.join(", ", due) + "), '" + NEVER + "') collate \"C\"";
  }

  /** The person may make the next move. */
  private String mine() {
    return any(mine);
  }

  /** It is with the person's department. */
  private String department() {
    List<String> own =
        Matters.ledgers(town).stream()
            .filter(ledger ->
                who.posts().stream().anyMatch(post -> post.department().equals(town.owner(ledger))))
            .map(Ledger::code)
            .toList();
    return "(r.ledger = any("
        + param(List.copyOf(own), own.toArray(String[]::new))
        + ") or "
        + any(named)
        + ")";
  }

  /** It stands in the person's area. */
  private String area() {
    return any(
        who.posts().stream()
            .map(Post::area)
            .distinct()
            .map(area -> isTown(area) ? "r.area is not null" : within(area))
            .toList());
  }

  /** A light is on before it is due; of a column with {@link #due()}. */
  private String near() {
    return any(near);
  }

  JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
    return statement.params(params);
  }

  private void times(Ledger ledger, Lifecycle lifecycle) {
    for (Clock clock : lifecycle.clocks().values()) {
      String moment = moment(ledger, clock);
      due.add(moment);
      String from = LitFrom.of(clock, now, town.reckoner());
      if (from != null) {
        near.add(
            "(" + moment + " collate \"C\") between :now and " + param(ledger.code() + from, from));
      }
    }
  }

  /** When a clock runs out, null where it does not run. */
  private String moment(Ledger ledger, Clock clock) {
    String ours = param(ledger.code(), ledger.code());
    return "case when r.ledger = " + ours + " then " + ClockSql.moment(clock) + " end";
  }

  private void moves(Ledger ledger, Lifecycle lifecycle) {
    String writes = writes(ledger);
    for (Lifecycle.Move move : lifecycle.moves().values()) {
      String may =
          move.by().isEmpty()
              ? writes
              : any(move.by().stream().map(one -> meant(one, ledger)).toList());
      String from = param(move.from(), move.from().toArray(String[]::new));
      if (!may.equals(FALSE)) {
        mine.add(here(ledger, "r.state = any(" + from + ") and " + may));
      }
    }
  }

  private void addressed(Ledger ledger, Lifecycle lifecycle) {
    List<String> meant =
        Stream.concat(
                lifecycle.moves().values().stream().flatMap(move -> move.by().stream()),
                lifecycle.clocks().values().stream()
                    .flatMap(clock -> clock.ladder().stream())
                    .flatMap(rung -> rung.tell().stream()))
            .filter(one -> one.of() != null)
            .distinct()
            .map(one -> meant(one, ledger))
            .toList();
    if (!any(meant).equals(FALSE)) {
      named.add(here(ledger, any(meant)));
    }
  }

  private String here(Ledger ledger, String condition) {
    return "(r.ledger = " + param(ledger.code(), ledger.code()) + " and " + condition + ")";
  }

  /**
   * Where a move says nothing of who makes it, it is the department's that answers for the ledger,
   * or the village's it stands in; the office that may write everything is not meant by that.
   */
  private String writes(Ledger ledger) {
    String owner = town.owner(ledger);
    List<String> parts = new ArrayList<>();
    for (Post post : who.posts()) {
      boolean department = post.role() == Role.DEPARTMENT && post.department().equals(owner);
      if (who.may(Right.WRITE, ledger) && (department || post.role() == Role.VILLAGE)) {
        parts.add(covers(post));
      }
    }
    return any(parts);
  }

  /** As {@code Doer.is}: the person is one that the lifecycle names. */
  private String meant(Who one, Ledger ledger) {
    if (one.role().equals(Who.PERSON)) {
      return one.of() == null
          ? FALSE
          : "r.image ->> '" + one.of() + "' = " + param("login", who.login());
    }
    List<String> parts = new ArrayList<>();
    for (Post post : who.posts()) {
      String department = department(one, post, ledger);
      if (Role.of(one.role()) == post.role() && department != null) {
        parts.add("(" + covers(post) + " and " + department + ")");
      }
    }
    return any(parts);
  }

  private @Nullable String department(Who one, Post post, Ledger ledger) {
    if (one.of() != null) {
      return param("department " + post.department(), post.department())
          + " = any(string_to_array(r.image ->> '"
          + one.of()
          + "', '"
          + Doer.SEPARATOR
          + "'))";
    }
    boolean fits = post.role() != Role.DEPARTMENT || post.department().equals(town.owner(ledger));
    return fits ? "true" : null;
  }

  private String covers(Post post) {
    return isTown(post.area()) ? "true" : within(post.area());
  }

  private boolean isTown(String area) {
    return !town.areas().isEmpty() && town.areas().root().code().equals(area);
  }

  private String within(String area) {
    return "r.area = any("
        + param("area " + area, town.areas().within(area).toArray(String[]::new))
        + ")";
  }

  private static String any(List<String> parts) {
    List<String> possible = parts.stream().filter(part -> !part.equals(FALSE)).distinct().toList();
    return possible.isEmpty() ? FALSE : "(" + String.join(" or ", possible) + ")";
  }

  private String param(Object key, Object value) {
    String name = names.computeIfAbsent(key, k -> "m" + names.size());
    params.put(name, value);
    return ":" + name;
  }
}
