package taizhang.server.matter;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.calendar.WorkCalendar;
import taizhang.books.entry.Image;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Value;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.RecordRows;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.Rules;
import taizhang.server.report.Slip;
import taizhang.server.town.Towns;

/**
 * The documents of supervision (交办单、催办单、督办通知单): drafted by the clock, in force only once a person
 * has signed, numbered by year and department when signed, followed until received.
 */
@Service
public class Documents {

  /** So often two who sign at the same moment may find the same number taken. */
  private static final int TRIES = 20;

  private final Towns towns;
  private final Rules rules;
  private final RecordRows rows;
  private final Records records;
  private final Matters matters;
  private final InstantSource clock;

  Documents(
      Towns towns,
      Rules rules,
      RecordRows rows,
      Records records,
      Matters matters,
      InstantSource clock) {
    this.towns = towns;
    this.rules = rules;
    this.rows = rows;
    this.records = records;
    this.matters = matters;
    this.clock = clock;
  }

  /**
   * Signs a draft, which gives it its number.
   *
   * @throws Refusal where the person may not sign, or it is no draft
   */
  public Receipt sign(Clearance who, long document) {
    for (int tried = 1; ; tried++) {
      try {
        return sign(who, document, tried);
      } catch (Refusal refusal) {
        boolean taken =
            refusal.problems().stream().anyMatch(p -> p.code() == ProblemCode.DUPLICATE);
        if (!taken || tried == TRIES) {
          throw refusal;
        }
      }
    }
  }

  private Receipt sign(Clearance who, long document, int tried) {
    Image image = records.find(who.town(), document).image();
    LocalDate today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
    String department = image.text("department");
    int number = next(who.town(), image.text("kind"), department, today.getYear());
    Map<String, Value> fields =
        Map.of(
            "year", Value.of(today.getYear()),
            "number", Value.of(number),
            "reference",
                Value.of(
                    department
                        + shortKind(image.text("kind"))
                        + "〔"
                        + today.getYear()
                        + "〕"
                        + number
                        + "号"),
            "signer", Value.of(who.name()),
            "signed_on", Value.of(today));
    return matters.move(who, document, "sign", today, fields, null, null);
  }

  /** One more than the greatest number of a year, department and kind. */
  private int next(String town, String kind, String department, int year) {
    AtomicInteger greatest = new AtomicInteger();
    rows.each(
        rules.of(towns.find(town)).operator(town),
        MatterLedger.DOCUMENT,
        row -> {
          Image image = row.image();
          BigDecimal number = image.decimal("number");
          boolean same =
              image.text("kind").equals(kind)
                  && image.text("department").equals(department)
                  && image.text("year").equals(Integer.toString(year));
          if (same && number != null) {
            greatest.accumulateAndGet(number.intValue(), Math::max);
          }
        });
    return greatest.get() + 1;
  }

  private static String shortKind(String kind) {
    return switch (kind) {
      case "assignment" -> "交办";
      case "reminder" -> "催办";
      default -> "督办";
    };
  }

  /**
   * Receives a signed document.
   *
   * @throws Refusal where the person may not, or it is not signed
   */
  public Receipt receive(Clearance who, long document) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
    Map<String, Value> fields =
        Map.of("receiver", Value.of(who.name()), "received_on", Value.of(today));
    return matters.move(who, document, "receive", today, fields, null, null);
  }

  /** The document as .docx in official layout; a draft says that it is one. */
  public byte[] docx(String town, long document, boolean demo) {
    RecordView record = records.find(town, document);
    Image image = record.image();
    String kind =
        record.ledger().fields().get("kind") == null
            ? ""
            : java.util.Objects.requireNonNull(record.ledger().fields().get("kind"))
                .codes()
                .getOrDefault(image.text("kind"), "");
    return Slip.docx(
        new Slip(
            towns.find(town).name(),
            kind,
            image.text("reference"),
            image.text("department"),
            image.text("subject"),
            image.text("demand"),
            image.date("due_on"),
            image.text("why"),
            image.text("signer"),
            image.date("signed_on"),
            java.util.Objects.requireNonNull(image.date("drafted_on")),
            record.entries().getLast().seq()),
        demo);
  }
}
