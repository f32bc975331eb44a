package taizhang.server.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Kind;
import taizhang.prose.claim.Role;
import taizhang.prose.number.Approx;
import taizhang.prose.number.Unit;
import taizhang.prose.number.Units;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.ledger.TownRules;

/**
 * Enters what a past report says as reported values (反馈数据): only of indicators that are reported
 * and not added up from entries, for a period the report names, and only by a person's choice.
 */
@Service
public class Reported {

  private final Entries entries;
  private final Marginalia marginalia;

  Reported(Entries entries, Marginalia marginalia) {
    this.entries = entries;
    this.marginalia = marginalia;
  }

  /**
   * How the values are entered.
   *
   * @param status what they are: {@code actual}, {@code estimate}, {@code bulletin}, {@code final}
   * @param authority who reported them
   * @param document where they stand
   */
  public record Manner(String status, String authority, String document) {}

  /** Refuses who may not enter reported values of the town. */
  public static Ledger ledger(Clearance who, TownRules rules) {
    Ledger ledger = rules.ledger(SystemLedger.STATED);
    if (!who.may(Right.WRITE, ledger, rules.areas().root().code())) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "登记“" + ledger.title() + "”");
    }
    return ledger;
  }

  /** The claims that can be entered: reported numbers the books do not have, or have otherwise. */
  public static List<Checked> offered(List<Checked> all, Margin margin) {
    return all.stream()
        .filter(one -> {
          Indicator indicator = one.indicator();
          Claim claim = one.claim();
          boolean open =
              one.standing() == Checked.Standing.ABSENT
                  || one.standing() == Checked.Standing.DIFFERS;
          return open
              && indicator != null
              && indicator.kind() == IndicatorKind.STATED
              && claim.kind() == Kind.ACTUAL
              && (claim.role() == Role.LEVEL || claim.role() == Role.RATE)
              && claim.high() == null
              && margin.record(Made.STATED, one.fingerprint()) == 0;
        })
        .toList();
  }

  /** A claim's value in its indicator's unit. */
  public static BigDecimal value(Checked one) {
    return value(one.claim(), Objects.requireNonNull(one.indicator()));
  }

  static BigDecimal value(Claim claim, Indicator indicator) {
    Unit own = claim.unit();
    Unit theirs = Units.named(indicator.unit());
    BigDecimal value = claim.value();
    boolean same = own.percent() || own.factor().compareTo(theirs.factor()) == 0;
    BigDecimal inUnit =
        same ? value : value.multiply(own.factor()).divide(theirs.factor(), MathContext.DECIMAL64);
    return new BigDecimal(inUnit.stripTrailingZeros().toPlainString());
  }

  /** How a wording bounds its number, as the ledger writes it. */
  static String comparator(Approx approx) {
    return switch (approx) {
      case EXACT -> "eq";
      case ABOUT -> "about";
      case OVER -> "ge";
      case UNDER -> "le";
    };
  }

  /**
   * Tries what entering would come to, without entering.
   *
   * @throws Refusal where it would not be accepted
   */
  public void rehearse(
      Clearance who, TownRules rules, int document, List<Checked> chosen, Manner manner) {
    ledger(who, rules);
    entries.rehearse(who, submissions(rules, document, chosen, manner));
  }

  /**
   * Enters the values chosen; a claim entered before is not entered again.
   *
   * @return how many were entered
   */
  public int enter(
      Clearance who, TownRules rules, int document, List<Checked> chosen, Manner manner) {
    ledger(who, rules);
    List<Receipt> receipts = entries.appendAll(who, submissions(rules, document, chosen, manner));
    List<Marginalia.Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < receipts.size(); i++) {
      Checked one = chosen.get(i);
      sentences.add(
          new Marginalia.Sentence(
              one.fingerprint(), one.claim().subject() + one.claim().text(), receipts.get(i)));
    }
    marginalia.became(who, document, Made.STATED, sentences);
    return (int) receipts.stream().filter(r -> !r.again()).count();
  }

  private static List<Submission> submissions(
      TownRules rules, int document, List<Checked> chosen, Manner manner) {
    String root = rules.areas().root().code();
    return chosen.stream()
        .map(one ->
            Submission.open(SystemLedger.STATED, root, null, fields(one, manner))
                .keyed("reading/" + document + "/" + one.fingerprint()))
        .toList();
  }

  private static Map<String, Value> fields(Checked one, Manner manner) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put("indicator", Value.of(Objects.requireNonNull(one.indicator()).code()));
    fields.put("period", Value.of(one.claim().period()));
    fields.put("value", Value.of(value(one)));
    fields.put("comparator", Value.of(comparator(one.claim().approx())));
    fields.put("status", Value.of(manner.status()));
    fields.put("authority", Value.of(manner.authority().strip()));
    if (!manner.document().isBlank()) {
      fields.put("document", Value.of(manner.document().strip()));
    }
    return fields;
  }
}
