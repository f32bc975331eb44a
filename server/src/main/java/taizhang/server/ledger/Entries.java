package taizhang.server.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.calendar.WorkCalendar;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/**
 * The one way into the books. A batch of up to 200 submissions is appended whole or not at all; a
 * larger one in pieces of 200, each of which stays where a later one is refused, so that a bulk
 * load never keeps a clerk waiting.
 */
@Service
public class Entries {

  /** Most entries appended while a town's chain is held. */
  public static final int PIECE = 200;

  /** Where the towns are: days begin and end there. */
  public static final ZoneId ZONE = WorkCalendar.ZONE;

  private final Towns towns;
  private final TownScope scope;
  private final Stores stores;
  private final InstantSource clock;

  Entries(Towns towns, TownScope scope, Stores stores, InstantSource clock) {
    this.towns = towns;
    this.scope = scope;
    this.stores = stores;
    this.clock = clock;
  }

  /**
   * Appends what a person submits.
   *
   * @throws taizhang.books.refusal.Refusal where it is not accepted, or is not the person's to
   *     enter; nothing is kept then
   */
  public Receipt append(Clearance who, Submission submission) {
    return appendAll(who, List.of(submission)).getFirst();
  }

  /** Appends what a person submits, in order. */
  public List<Receipt> appendAll(Clearance who, List<Submission> batch) {
    return appendAll(who.town(), Author.person(who), batch);
  }

  /** True where a person submitted something under a key before. */
  public boolean sent(Clearance who, String key) {
    Town in = towns.find(who.town());
    return scope.read(
        in, sql -> !stores.entries().keyed(in, who.login(), List.of(key), sql).isEmpty());
  }

  /**
   * Appends one submission of the program's own, or of whoever runs it on the machine itself, in a
   * person's name: nobody's posts are asked.
   *
   * @throws taizhang.books.refusal.Refusal where it is not accepted; nothing is kept then
   */
  public Receipt append(String town, String by, Submission submission) {
    return appendAll(town, Author.operator(by), List.of(submission)).getFirst();
  }

  /** Appends the operator's submissions in order. */
  public List<Receipt> appendAll(String town, String by, List<Submission> batch) {
    return appendAll(town, Author.operator(by), batch);
  }

  /** Appends submissions in order. */
  public List<Receipt> appendAll(String town, Author author, List<Submission> batch) {
    Town in = towns.find(town);
    author.mustBelongTo(town);
    List<Receipt> receipts = new ArrayList<>(batch.size());
    for (List<Submission> piece : Pieces.of(batch)) {
      receipts.addAll(scope.write(in, sql -> append(in, author, piece, sql)));
    }
    return receipts;
  }

  /**
   * Writes what fields of records come to that follow from others and do not say so yet, such as
   * those that a new version of a pack began to derive. Entries of the program's own, in a person's
   * name: the person needs no leave for what nobody chose.
   *
   * @return how many entries were made
   * @throws taizhang.books.refusal.Refusal where one of the records as it stands is not accepted by
   *     what is declared now; nothing is kept then
   */
  public int follow(String town, Author author, List<Long> records) {
    Town in = towns.find(town);
    author.mustBelongTo(town);
    return scope.write(
        in,
        sql -> {
          Instant now = clock.instant();
          Head head = stores.entries().lock(in, sql);
          TownRules rules = stores.rules().at(in, head.booksSeq(), sql);
          LocalDate today = LocalDate.ofInstant(now, ZONE);
          return new Append(in, author, rules, stores, sql, head, now, today).follow(records);
        });
  }

  /** What a person's submissions would come to, without appending them. */
  public Rehearsal rehearse(Clearance who, List<Submission> batch) {
    return rehearse(who.town(), Author.person(who), batch);
  }

  /**
   * What submissions would come to, without appending them.
   *
   * @throws taizhang.books.refusal.Refusal where they would not be accepted
   */
  public Rehearsal rehearse(String town, Author author, List<Submission> batch) {
    Town in = towns.find(town);
    author.mustBelongTo(town);
    return scope.preview(
        in,
        sql -> {
          List<Receipt> receipts = new ArrayList<>();
          return new Rehearsal(receipts, run(in, author, batch, sql, receipts).posted());
        });
  }

  private List<Receipt> append(Town town, Author author, List<Submission> piece, JdbcClient sql) {
    List<Receipt> receipts = new ArrayList<>();
    run(town, author, piece, sql, receipts).keepFiles();
    return receipts;
  }

  private Append run(
      Town town, Author author, List<Submission> piece, JdbcClient sql, List<Receipt> receipts) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZONE);
    TownRules rules = rules(town, piece, sql);
    List<Draft> drafts =
        new Examination(town, rules, stores.rules(), author, sql, today).drafts(piece);
    Head head = stores.entries().lock(town, sql);
    if (head.booksSeq() != rules.booksSeq()) {
      rules = stores.rules().at(town, head.booksSeq(), sql);
      drafts = new Examination(town, rules, stores.rules(), author, sql, today).drafts(piece);
    }
    Append append = new Append(town, author, rules, stores, sql, head, now, today);
    receipts.addAll(append.run(drafts));
    return append;
  }

  /** The rules in force; for a town's very first entry, the pack it adopts. */
  private TownRules rules(Town town, List<Submission> piece, JdbcClient sql) {
    TownRules rules = stores.rules().current(town, sql);
    return rules.booksSeq() == 0 ? Founding.rules(piece, stores.rules()) : rules;
  }
}
