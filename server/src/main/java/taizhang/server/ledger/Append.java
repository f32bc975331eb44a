package taizhang.server.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.derive.RollUps;
import taizhang.books.entry.Chain;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryBytes;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Image;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.figure.Posted;
import taizhang.books.pack.Acceptance;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.town.Town;

/**
 * Places examined drafts on a town's chain while its head is locked: versions, closures, postings,
 * hashes, rows.
 */
final class Append {

  private final Town town;
  private final Author author;
  private final TownRules rules;
  private final Stores stores;
  private final JdbcClient sql;
  private final Instant now;
  private final LocalDate today;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Long, RecordWork> works = new LinkedHashMap<>();
  private final Map<Long, RecordStore.Row> rows = new HashMap<>();
  private final List<Posted> posted = new ArrayList<>();
  private final List<Draft> placed = new ArrayList<>();
  private final ClockWork clocks;
  private final FileWork files;
  private final Renewals renewals;
  private Head head;

  Append(
      Town town,
      Author author,
      TownRules rules,
      Stores stores,
      JdbcClient sql,
      Head head,
      Instant now,
      LocalDate today) {
    this.town = town;
    this.author = author;
    this.rules = rules;
    this.stores = stores;
    this.sql = sql;
    this.head = head;
    this.now = now.isBefore(head.at()) ? head.at() : now.truncatedTo(ChronoUnit.MICROS);
    this.today = today;
    this.clocks = new ClockWork(rules.reckoner());
    this.files = new FileWork(town, author, stores, sql);
    this.renewals = new Renewals(town, rules, stores, sql);
  }

  /** Appends all drafts or, refusing, none. */
  List<Receipt> run(List<Draft> drafts) {
    Repeats repeats = Repeats.of(town, author, drafts, stores, sql);
    problems.addAll(repeats.problems());
    List<Draft> fresh = drafts.stream().filter(d -> !repeats.answered(d)).toList();
    read(fresh.stream().map(d -> d.submission.record()).filter(Objects::nonNull));
    fresh.forEach(this::place);
    rollUp();
    twins();
    problems.addAll(renewals.problems(placed));
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
    write(placed);
    return repeats.receipts(drafts);
  }

  /**
   * Gives records that stand the entries they lack to say what follows from others by what is
   * declared now. What was reviewed stays so: nothing was entered that anybody could judge.
   *
   * @return how many entries that took
   */
  int follow(List<Long> records) {
    read(records.stream());
    for (int n = 0; n < records.size(); n++) {
      RecordWork work = works.get(records.get(n));
      if (work != null && !work.history().isEmpty()) {
        follow(n, work);
      }
    }
    RollUpWork.above(town, rules, records.stream().map(works::get).filter(Objects::nonNull))
        .sums(works, stores, sql)
        .forEach((id, sums) -> place(work(id), sums, records.indexOf(id)));
    rollUp();
    twins();
    if (!problems.isEmpty()) {
      throw new Refusal(problems);
    }
    write(placed);
    return placed.size();
  }

  private void twins() {
    Twins twins = new Twins(town, works, stores, sql);
    rows.putAll(twins.rows(placed));
    problems.addAll(twins.problems());
  }

  private void follow(int n, RecordWork work) {
    boolean settled = work.ledger.review() && work.newest().kind() == EntryKind.REVIEW;
    Draft due = Derived.due(n, work);
    if (due != null) {
      place(due);
      if (settled) {
        place(Derived.own(n, work, EntryKind.REVIEW, null));
      }
    }
  }

  private void place(RecordWork above, RollUps sums, int index) {
    Draft due = RollUpWork.due(index, above, sums);
    while (due != null && problems.isEmpty()) {
      place(due);
      due = RollUpWork.due(index, above, sums);
    }
  }

  /** What the drafts posted, for a preview. */
  List<Posted> posted() {
    return posted;
  }

  private void read(Stream<Long> records) {
    Object[] ids = records.filter(id -> !works.containsKey(id)).distinct().toArray();
    rows.putAll(stores.records().find(town, ids, sql));
    Map<Long, List<Entry>> histories = stores.entries().histories(town, ids, sql);
    histories.forEach((id, entries) ->
        works.put(id, new RecordWork(id, rules.ledger(entries.getFirst().ledger()), entries)));
    stores.recordKeys().find(town, ids, sql).forEach((id, key) -> work(id).key = key);
  }

  /** Records above follow what was entered below them, until nothing is left to say. */
  private void rollUp() {
    for (int from = 0; from < placed.size() && problems.isEmpty(); ) {
      List<Draft> news = List.copyOf(placed.subList(from, placed.size()));
      from = placed.size();
      RollUpWork up = RollUpWork.of(town, rules, news, works);
      read(up.records());
      up.sums(works, stores, sql)
          .forEach((id, sums) -> place(work(id), sums, news.getFirst().index));
    }
  }

  private RecordWork work(long id) {
    return Objects.requireNonNull(works.get(id));
  }

  private void place(Draft draft) {
    Submission s = draft.submission;
    long seq = head.seq() + 1;
    RecordWork work =
        s.record() == null ? new RecordWork(seq, draft.ledger, List.of()) : works.get(s.record());
    Problem problem = work == null ? unknown(draft) : standing(draft, work);
    if (problem != null || work == null) {
      problems.add(Objects.requireNonNull(problem).at(draft.index));
      return;
    }
    works.put(work.id, work);
    Entry entry = Derived.written(clocks.timed(entry(draft, work, seq), work), work);
    draft.entry = entry;
    placed.add(draft);
    draft.postings = work.add(entry, rules.closedThrough(draft.ledger.pack()));
    draft.image = work.image();
    draft.postings.forEach(p -> posted.add(new Posted(seq, work.id, p)));
    boolean says = s.kind() == EntryKind.REVIEW || !s.kind().silent();
    if (s.kind() != EntryKind.OPEN && says && !work.history().isEmpty()) {
      Acceptance.ofImage(draft.ledger, draft.image, work.history().latest().state(), today)
          .forEach(p -> problems.add(p.at(draft.index)));
    }
    draft.bytes = EntryBytes.write(entry);
    draft.hash = Chain.next(head.hash(), draft.bytes);
    long booksSeq = SystemLedger.rules(entry.ledger()) ? seq : head.booksSeq();
    head = new Head(seq, draft.hash, now, booksSeq);
    Draft follows = clocks.follows(draft, work);
    follows = follows == null ? Derived.follows(draft, work) : follows;
    if (follows != null) {
      place(follows);
    }
    files.follows(draft, work).forEach(this::place);
  }

  /** Lays what files hold where their records have them; a preview does without. */
  void keepFiles() {
    files.keep(works);
  }

  private static Problem unknown(Draft draft) {
    return Problem.of(ProblemCode.UNKNOWN_RECORD, draft.submission.record() + "");
  }

  private @Nullable Problem standing(Draft draft, RecordWork work) {
    Submission s = draft.submission;
    if (!work.ledger.code().equals(draft.ledger.code())) {
      return unknown(draft);
    }
    Problem refusal = draft.follows ? null : new Warrant(author, rules).refusal(draft, work);
    refusal = refusal == null && !draft.follows ? files.problem(draft, work) : refusal;
    if (refusal != null || s.kind() == EntryKind.OPEN) {
      return refusal == null ? EndedCodes.problem(draft, work) : refusal;
    }
    if (s.seen() != null && s.seen() != work.newest().seq()) {
      Entry newest = work.newest();
      return Problem.of(
          ProblemCode.STALE_VERSION, work.id, newest.by(), newest.at(), newest.seq(), s.seen());
    }
    boolean judging = s.kind() == EntryKind.REVIEW || s.kind() == EntryKind.RETURN;
    if (work.history().isEmpty() && !judging) {
      return Problem.of(ProblemCode.RECORD_VOID, work.id);
    }
    if (s.kind() == EntryKind.RETURN && work.newest().kind().settled()) {
      return Problem.of(ProblemCode.ALREADY, "记录 " + work.id + " 没有待审的登记可以退回");
    }
    if (s.kind() == EntryKind.ATTACH && s.ofVersion() != null && !work.hasFile(s.ofVersion())) {
      return Problem.of(ProblemCode.NO_SUCH_VERSION, work.id, s.ofVersion());
    }
    if (s.kind() == EntryKind.CORRECT && s.ofVersion() != null && !work.hasVersion(s.ofVersion())) {
      return Problem.of(ProblemCode.NO_SUCH_VERSION, work.id, s.ofVersion());
    }
    Problem ended = draft.follows ? null : EndedCodes.problem(draft, work);
    if (ended != null) {
      return ended;
    }
    Problem hindered = clocks.extension(draft, work, author, now);
    return hindered == null && s.kind() == EntryKind.MOVE
        ? new MoveCheck(draft, work, author, today).problem()
        : hindered;
  }

  private Entry entry(Draft draft, RecordWork work, long seq) {
    Submission s = draft.submission;
    String state = s.state();
    var lifecycle = draft.ledger.lifecycle();
    if (s.kind() == EntryKind.OPEN && state == null && lifecycle != null) {
      state = lifecycle.opening(Image.EMPTY.with(draft.patch), today.toString());
    }
    return new Entry(
        town.code(),
        seq,
        draft.ledger.code(),
        work.id,
        s.kind(),
        s.kind() == EntryKind.CORRECT || s.kind() == EntryKind.ATTACH ? s.ofVersion() : null,
        s.area(),
        draft.effectiveOn,
        stores.recordKeys().sealed(draft, work),
        state,
        rules.adoption(draft.ledger),
        author.by(),
        now,
        s.reason(),
        author.client(),
        s.key());
  }

  private void write(List<Draft> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    stores.entries().insert(town, fresh, sql);
    stores.entries().remember(town, author.client(), fresh, sql);
    List<RecordStore.Row> changed =
        fresh.stream()
            .map(d -> d.placed().record())
            .distinct()
            .map(id -> Objects.requireNonNull(rows.get(id)))
            .toList();
    stores.records().save(town, changed, sql);
    stores.recordKeys().save(town, fresh, works, sql);
    posted.addAll(renewals.postings(fresh));
    stores.postings().insert(town, posted, rules.areas(), sql);
    stores.entries().advance(town, head, sql);
  }
}
