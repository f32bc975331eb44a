package taizhang.server.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Receipt;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.prose.finding.Finding;
import taizhang.prose.review.Decision;
import taizhang.prose.review.Verdict;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/**
 * Keeps what people decide on what the reader found. Nothing is written over: the newest word on a
 * finding or a claim holds, and the earlier ones stay.
 */
@Repository
public class Marginalia {

  private static final int LONGEST_REASON = 200;

  private final Towns towns;
  private final TownScope scope;
  private final InstantSource clock;

  Marginalia(Towns towns, TownScope scope, InstantSource clock) {
    this.towns = towns;
    this.scope = scope;
    this.clock = clock;
  }

  /** What was written beside a document. */
  public Margin of(Clearance who, int document) {
    Town town = towns.find(who.town());
    return scope.read(
        town,
        sql ->
            new Margin(
                rulings(town, document, sql),
                choices(town, document, sql),
                made(town, "document = ?", document, sql)));
  }

  /** The sentences a record was made of. */
  public List<Made> behind(Clearance who, long record) {
    Town town = towns.find(who.town());
    return scope.read(town, sql -> made(town, "record = ?", record, sql));
  }

  private static Map<String, Ruling> rulings(Town town, int document, JdbcClient sql) {
    Map<String, Ruling> rulings = new HashMap<>();
    sql.sql(
            """
            select distinct on (fingerprint) fingerprint, rule, words, context, figures, verdict,
              reason, by, at
            from manuscript_ruling where town = ? and document = ? order by fingerprint, n desc
            """)
        .param(town.id())
        .param(document)
        .query(row -> {
          if (!row.getString(6).equals("open")) {
            rulings.put(row.getString(1), ruling(row));
          }
        });
    return rulings;
  }

  private static Ruling ruling(ResultSet row) throws SQLException {
    Decision decision =
        new Decision(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            Verdict.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
            row.getString(7));
    return new Ruling(
        decision, row.getString(8), row.getObject(9, OffsetDateTime.class).toInstant());
  }

  private static Map<String, String> choices(Town town, int document, JdbcClient sql) {
    Map<String, String> choices = new HashMap<>();
    sql.sql(
            """
            select distinct on (fingerprint) fingerprint, indicator
            from manuscript_choice where town = ? and document = ? order by fingerprint, n desc
            """)
        .param(town.id())
        .param(document)
        .query(row -> {
          choices.put(row.getString(1), row.getString(2));
        });
    return choices;
  }

  private static List<Made> made(Town town, String where, Object value, JdbcClient sql) {
    return sql.sql(
            "select document, kind, fingerprint, record, words, at from manuscript_made"
                + " where town = ? and "
                + where
                + " order by at, record")
        .param(town.id())
        .param(value)
        .query((row, n) ->
            new Made(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * Accepts a finding, or dismisses it for a reason.
   *
   * @throws Refusal where the person may not work on texts, or dismisses without a reason
   */
  public void rule(Clearance who, int document, Finding finding, Verdict verdict, String reason) {
    Manuscripts.mustWrite(who);
    if (verdict == Verdict.DISMISS && reason.isBlank()) {
      throw Refusal.of(ProblemCode.REASON_REQUIRED, "驳回");
    }
    if (reason.length() > LONGEST_REASON) {
      throw Refusal.of(ProblemCode.TOO_LONG, "理由", LONGEST_REASON, reason.length());
    }
    Decision decision =
        verdict == Verdict.DISMISS
            ? Decision.dismiss(finding, reason.strip())
            : Decision.accept(finding, reason.strip());
    rule(who, document, decision, verdict.name().toLowerCase(Locale.ROOT));
  }

  /** Takes a decision back. */
  public void reopen(Clearance who, int document, Decision decision) {
    Manuscripts.mustWrite(who);
    rule(who, document, decision, "open");
  }

  private void rule(Clearance who, int document, Decision decision, String verdict) {
    write(
        who,
        """
        insert into manuscript_ruling
          (town, document, fingerprint, rule, words, context, figures, verdict, reason, by, at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        document,
        decision.fingerprint(),
        decision.rule(),
        decision.text(),
        decision.context(),
        decision.figures(),
        verdict,
        decision.reason());
  }

  /** Adds a row that begins with the town and ends with who and when. */
  private void write(Clearance who, String insert, Object... values) {
    Town town = towns.find(who.town());
    List<Object> row = new ArrayList<>(List.of(town.id()));
    row.addAll(List.of(values));
    row.add(who.login());
    row.add(clock.instant().atOffset(ZoneOffset.UTC));
    scope.write(town, sql -> sql.sql(insert).params(row).update());
  }

  /** Says which indicator a claim speaks of; empty for none. */
  public void choose(Clearance who, int document, String fingerprint, String indicator) {
    Manuscripts.mustWrite(who);
    write(
        who,
        """
        insert into manuscript_choice (town, document, fingerprint, indicator, by, at)
        values (?, ?, ?, ?, ?, ?)
        """,
        document,
        fingerprint,
        indicator);
  }

  /** Remembers which record a sentence became; said again it stays as it was. */
  void became(Clearance who, int document, String kind, List<Sentence> sentences) {
    for (Sentence sentence : sentences) {
      write(
          who,
          """
          insert into manuscript_made (town, document, kind, fingerprint, record, words, by, at)
          values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
          """,
          document,
          kind,
          sentence.fingerprint(),
          sentence.receipt().record(),
          sentence.words());
    }
  }

  /** A sentence and what came of it. */
  record Sentence(String fingerprint, String words, Receipt receipt) {}
}
