package taizhang.server.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.server.town.Town;

/** Records that are the same thing twice: among what is appended, and beside what stands. */
final class Twins {

  private final Town town;
  private final Map<Long, RecordWork> works;
  private final Stores stores;
  private final JdbcClient sql;
  private final List<Problem> problems = new ArrayList<>();

  Twins(Town town, Map<Long, RecordWork> works, Stores stores, JdbcClient sql) {
    this.town = town;
    this.works = works;
    this.stores = stores;
    this.sql = sql;
  }

  /** What is wrong. */
  List<Problem> problems() {
    return problems;
  }

  private RecordWork work(long id) {
    return Objects.requireNonNull(works.get(id));
  }

  /** The rows of the records that drafts were placed in; what is wrong is told after. */
  Map<Long, RecordStore.Row> rows(List<Draft> drafts) {
    Map<Long, RecordStore.Row> next = new LinkedHashMap<>();
    Map<String, Long> mine = new HashMap<>();
    for (Draft draft : drafts) {
      if (draft.entry == null) {
        continue;
      }
      RecordWork work = work(draft.entry.record());
      String mark = stores.recordKeys().duplicateMark(draft, work);
      RecordStore.Row row = work.row(mark);
      next.put(work.id, row);
      if (row.duplicate() != null) {
        Long other = mine.putIfAbsent(row.ledger() + "\n" + row.duplicate(), work.id);
        if (other != null && other != work.id) {
          twin(draft, other, work);
        }
      }
    }
    for (RecordStore.Twin twin : stores.records().twins(town, next.values(), sql)) {
      for (Draft draft : drafts) {
        RecordStore.Row row = draft.entry == null ? null : next.get(draft.entry.record());
        if (row != null
            && row.id() != twin.id()
            && !next.containsKey(twin.id())
            && twin.ledger().equals(row.ledger())
            && twin.duplicate().equals(row.duplicate())) {
          twin(draft, twin.id(), work(row.id()));
        }
      }
    }
    return next;
  }

  private void twin(Draft draft, long other, RecordWork work) {
    List<String> titles =
        work.ledger.key().stream()
            .map(name -> Objects.requireNonNull(work.ledger.fields().get(name)).title())
            .toList();
    problems.add(
        Problem.of(ProblemCode.DUPLICATE, other, String.join("、", titles)).at(draft.index));
  }
}
