package taizhang.server.web.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.books.access.Right;
import taizhang.server.desk.Desks;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.matter.Inbox;
import taizhang.server.matter.MatterRow;
import taizhang.server.matter.MatterRow.Concern;
import taizhang.server.town.Town;
import taizhang.server.web.Labels;
import taizhang.server.web.Panels;

/**
 * Matters whose time runs out today, and those whose time has run out. What a person was shown is
 * shown again until the books have a newer entry or a minute has passed.
 */
@Component
@Order(10)
class DueLists implements DeskList {

  private static final int KEPT = 500;

  /** For whom lists were made, of which state of the books, in which minute. */
  private record Made(String town, String login, List<Post> posts, long newest, Instant minute) {}

  private final Inbox inbox;
  private final Rules rules;
  private final Desks desks;
  private final InstantSource clock;
  private final Map<Made, List<Shown>> known =
      Collections.synchronizedMap(
          new LinkedHashMap<Made, List<Shown>>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Made, List<Shown>> eldest) {
              return size() > KEPT;
            }
          });

  DueLists(Inbox inbox, Rules rules, Desks desks, InstantSource clock) {
    this.inbox = inbox;
    this.rules = rules;
    this.desks = desks;
    this.clock = clock;
  }

  @Override
  public List<Shown> of(Town town, Clearance who, int first) {
    if (!who.may(Right.READ)) {
      return List.of();
    }
    Made made =
        new Made(
            town.code(),
            who.login(),
            who.posts(),
            desks.newest(town),
            clock.instant().truncatedTo(ChronoUnit.MINUTES));
    List<Shown> before = known.get(made);
    if (before != null) {
      return before;
    }
    List<Shown> read = read(town, who, first);
    known.put(made, read);
    return read;
  }

  private List<Shown> read(Town town, Clearance who, int first) {
    TownRules current = rules.of(town);
    Inbox.Counts counts = inbox.counts(who, Inbox.Wanted.own(null));
    return List.of(
        shown("今日到期", Concern.TODAY, counts, who, first, current, "到今天办理期限的事项会排在这里。"),
        shown("已超期", Concern.LATE, counts, who, first, current, "过了办理期限还没办完的事项会排在这里。"));
  }

  private Shown shown(
      String title,
      Concern concern,
      Inbox.Counts counts,
      Clearance who,
      int first,
      TownRules current,
      String teach) {
    long count = counts.of(concern);
    List<MatterRow> rows =
        count == 0 ? List.of() : inbox.page(who, Inbox.Wanted.own(concern), null, first).rows();
    boolean late = concern == Concern.LATE;
    return new Shown(
        title,
        Long.toString(count),
        late && count > 0,
        rows.stream().map(row -> row(row, who.town(), current, late)).toList(),
        count > rows.size() ? "/" + who.town() + "/matters?show=" + (late ? "late" : "today") : "",
        teach);
  }

  private static Row row(MatterRow row, String town, TownRules current, boolean late) {
    String area = row.record().area();
    LocalDateTime due = row.due();
    return new Row(
        row.title(),
        row.ledger().title()
            + " · "
            + (area == null ? "" : Panels.name(current.areas(), area) + " · ")
            + row.stateTitle()
            + (due == null ? "" : " · " + Labels.day(due.toLocalDate()) + "到期"),
        "/" + town + "/records/" + row.record().id(),
        late ? "late" : "near");
  }
}
