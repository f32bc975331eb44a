package taizhang.server.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.History;
import taizhang.books.entry.Submission;
import taizhang.books.matter.Clocks;
import taizhang.books.matter.Running;
import taizhang.books.pack.ClockFields;
import taizhang.books.pack.Ledger;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordEntries;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.Rules;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;

/**
 * Keeps what records say of their deadlines in step with the calendar: where a year's holidays are
 * announced or amended, or office hours or limits change, each record that says otherwise is
 * corrected by an entry that tells why.
 */
@Service
public class Deadlines {

  private static final int PAGE = 500;

  private final Towns towns;
  private final Rules rules;
  private final RecordRows rows;
  private final RecordEntries histories;
  private final Entries entries;
  private final Map<Integer, Long> seen = new ConcurrentHashMap<>();

  Deadlines(Towns towns, Rules rules, RecordRows rows, RecordEntries histories, Entries entries) {
    this.towns = towns;
    this.rules = rules;
    this.rows = rows;
    this.histories = histories;
    this.entries = entries;
  }

  /** The ledgers of a town whose records have clocks. */
  public static List<Ledger> ledgers(TownRules rules) {
    return rules.packs().packs().stream()
        .flatMap(pack -> pack.ledgers().values().stream())
        .filter(ledger -> ledger.lifecycle() != null && !ledger.lifecycle().clocks().isEmpty())
        .toList();
  }

  /**
   * Corrects, in every town whose rules have changed since this program last looked, what no longer
   * follows.
   *
   * @return how many records were corrected
   */
  public int restateAll() {
    int corrected = 0;
    for (Town town : towns.all()) {
      long seq = rules.of(town).booksSeq();
      Long before = seen.get(town.id());
      if (before == null || before != seq) {
        corrected += restate(town.code(), Escalation.CLOCK.by(), "按现行放假安排、办公时间和时限标准重新推算");
        seen.put(town.id(), seq);
      }
    }
    return corrected;
  }

  /**
   * Corrects every live record that says of its deadlines what no longer follows. Doing it again
   * changes nothing.
   *
   * @param why such as 2027年放假安排公布
   * @return how many records were corrected
   */
  public int restate(String town, String by, String why) {
    TownRules now = rules.of(towns.find(town));
    int corrected = 0;
    for (Ledger ledger : ledgers(now)) {
      List<Long> ids = new ArrayList<>();
      rows.each(now.operator(town), ledger.code(), (RecordRow row) -> ids.add(row.id()));
      for (int from = 0; from < ids.size(); from += PAGE) {
        List<Long> page = ids.subList(from, Math.min(ids.size(), from + PAGE));
        corrected += restate(town, by, why, ledger, now, page);
      }
    }
    return corrected;
  }

  private int restate(
      String town, String by, String why, Ledger ledger, TownRules now, List<Long> page) {
    List<Submission> due = new ArrayList<>();
    Map<Long, List<Entry>> found = histories.of(town, page);
    for (Long id : page) {
      List<Entry> history = found.getOrDefault(id, List.of());
      Submission correction = correction(id, history, why, ledger, now);
      if (correction != null) {
        due.add(correction);
      }
    }
    entries.appendAll(town, Author.operator(by), due);
    return due.size();
  }

  private static @Nullable Submission correction(
      long id, List<Entry> history, String why, Ledger ledger, TownRules now) {
    Clocks clocks = Clocks.of(Objects.requireNonNull(ledger.lifecycle()), now.reckoner(), history);
    Long stale = clocks.stale();
    if (stale == null) {
      return null;
    }
    return new Submission(
        ledger.code(),
        EntryKind.CORRECT,
        id,
        history.getLast().seq(),
        stale,
        null,
        null,
        Map.of(),
        null,
        why + moved(clocks.now(), history),
        null);
  }

  /** ，办理期限由2027-01-04改为2027-01-05. */
  private static String moved(List<Running> running, List<Entry> history) {
    StringBuilder text = new StringBuilder();
    for (Running clock : running) {
      String name = new ClockFields(clock.clock().name()).due();
      String before = History.fold(history).latest().image().text(name);
      LocalDate due =
          clock.deadline() == null || clock.deadline().due() == null
              ? null
              : clock.deadline().due().toLocalDate();
      String after = due == null ? "" : due.toString();
      if (!after.equals(before)) {
        text.append("，").append(clock.clock().title()).append("期限由");
        text.append(before.isEmpty() ? "无" : before).append("改为");
        text.append(after.isEmpty() ? "无" : after);
      }
    }
    return text.toString();
  }
}
