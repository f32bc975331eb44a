package taizhang.server.access;

import java.util.Map;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Records;
import taizhang.server.town.Towns;

/** Personal fields in the clear: for a person who may see them, with a reason that is kept. */
@Service
public class Disclosures {

  private final Records records;
  private final Traces traces;
  private final Towns towns;

  Disclosures(Records records, Traces traces, Towns towns) {
    this.records = records;
    this.traces = traces;
    this.towns = towns;
  }

  /**
   * The fields of a record that are open to a person, by name.
   *
   * @param reason why they are needed
   * @param address where the question came from
   * @throws Refusal where no reason is given, or nothing of the record is open to the person; a
   *     refusal is written down too
   */
  public Map<String, String> open(Clearance who, long record, String reason, String address) {
    if (reason.isBlank()) {
      throw Refusal.of(ProblemCode.REASON_REQUIRED, "查看个人信息");
    }
    Map<String, String> clear = records.reveal(who, record);
    String subject = "记录 " + record;
    String act = clear.isEmpty() ? "refused" : "reveal";
    traces.leave(towns.find(who.town()), who.login(), act, subject, reason.strip(), address);
    if (clear.isEmpty()) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "查看这条记录的个人信息", "see the personal fields");
    }
    return clear;
  }
}
