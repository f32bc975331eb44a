package taizhang.server.matter;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.calendar.WorkCalendar;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Towns;

/** What is entered beside a matter: opinions of those who support, matters of one incident. */
@Service
public class Beside {

  private final Towns towns;
  private final Rules rules;
  private final Records records;
  private final RecordRows rows;
  private final Entries entries;
  private final InstantSource clock;

  Beside(
      Towns towns,
      Rules rules,
      Records records,
      RecordRows rows,
      Entries entries,
      InstantSource clock) {
    this.towns = towns;
    this.rules = rules;
    this.records = records;
    this.rows = rows;
    this.entries = entries;
    this.clock = clock;
  }

  private String root(Clearance who) {
    return rules.of(towns.find(who.town())).areas().root().code();
  }

  private Value today() {
    return Value.of(LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE));
  }

  /**
   * Enters what a department says of a matter.
   *
   * @param key idempotency key of the form
   * @throws Refusal where there is no such matter, or the person does not deal with it
   */
  public void opinion(Clearance who, long matter, String department, String text, String key) {
    Map<String, Value> fields =
        Map.of(
            "matter", Value.of(matter),
            "department", Value.of(department),
            "opinion", Value.of(text),
            "given_on", today());
    entries.append(who, Submission.open(MatterLedger.OPINION, root(who), null, fields).keyed(key));
  }

  /**
   * Says that two matters are of one incident; each keeps its own clock and its own reply.
   *
   * @param other number of the other, as typed
   * @throws Refusal where either is no matter that the person may read, or the person may not
   */
  public void link(Clearance who, long matter, String other, String incident) {
    records.find(who, matter);
    List<Submission> links = new ArrayList<>();
    for (String one : List.of(Long.toString(matter), other)) {
      boolean known =
          rows.with(who.town(), List.of(MatterLedger.LINK), "matter", one).stream()
              .anyMatch(row -> row.image().text("incident").equals(incident));
      if (!known) {
        Map<String, Value> fields =
            Map.of(
                "incident", Value.of(incident),
                "matter", Value.of(one),
                "linked_on", today());
        links.add(Submission.open(MatterLedger.LINK, root(who), null, fields));
      }
    }
    if (!links.isEmpty()) {
      entries.appendAll(who, links);
    }
  }
}
