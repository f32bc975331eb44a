package taizhang.server.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.entry.Image;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.server.town.Town;

/** The records that a batch refers to. */
final class References {

  private final Town town;
  private final TownRules rules;
  private final Warrant warrant;
  private final JdbcClient sql;
  private final Map<Long, Referred> referred = new HashMap<>();

  References(Town town, TownRules rules, Warrant warrant, JdbcClient sql) {
    this.town = town;
    this.rules = rules;
    this.warrant = warrant;
    this.sql = sql;
  }

  private record Referred(
      long id, String ledger, @Nullable String area, boolean void_, Image image) {}

  private boolean found(Field field, @Nullable Referred record) {
    if (record == null || record.void_()) {
      return false;
    }
    Ledger ledger = rules.ledger(record.ledger());
    return field.matter() == null
        ? record.ledger().equals(field.ledger()) && warrant.sees(ledger, record.area())
        : ledger.lifecycle() != null && warrant.sees(ledger, record.image(), record.area());
  }

  /** Reads what a batch refers to, all at once. */
  void read(List<Submission> batch) {
    Set<Long> ids = new HashSet<>();
    for (Submission submission : batch) {
      Ledger ledger = rules.packs().ledger(submission.ledger());
      if (ledger != null) {
        ledger.fields().values().stream()
            .filter(field -> field.type() == FieldType.REF)
            .forEach(field -> number(submission.patch().get(field.name()), ids));
      }
    }
    if (ids.isEmpty()) {
      return;
    }
    sql.sql("select id, ledger, area, void, image::text from record where town = ? and id = any(?)")
        .param(town.id())
        .param(ids.toArray(Long[]::new))
        .query((row, n) ->
            new Referred(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                ImageText.read(row.getString(5))))
        .list()
        .forEach(found -> referred.put(found.id(), found));
  }

  /** True where it is about a matter that the author deals with, and the ledger is open to that. */
  boolean beside(Ledger ledger, Map<String, Value> patch) {
    return ledger.fields().values().stream()
        .filter(field -> field.matter() == Field.AnyMatter.THEIRS)
        .map(field -> patch.get(field.name()) instanceof Value.Text(String text) ? text : "")
        .filter(text -> text.matches("\\d{1,18}"))
        .map(text -> referred.get(Long.valueOf(text)))
        .filter(Objects::nonNull)
        .anyMatch(record ->
            warrant.handles(rules.ledger(record.ledger()), record.image(), record.area()));
  }

  private static void number(@Nullable Value value, Set<Long> ids) {
    if (value instanceof Value.Text(String text) && text.matches("\\d{1,18}")) {
      ids.add(Long.valueOf(text));
    }
  }

  /** A patch with what references copy in; what refers to nothing is added to the problems. */
  Map<String, Value> withCopies(
      int n, Ledger ledger, Map<String, Value> patch, List<Problem> problems) {
    Map<String, Value> whole = new TreeMap<>(patch);
    for (Field field : ledger.fields().values()) {
      Value value = patch.get(field.name());
      if (field.type() != FieldType.REF || !(value instanceof Value.Text(String text))) {
        continue;
      }
      Referred record = referred.get(Long.valueOf(text));
      if (record == null || !found(field, record)) {
        ProblemCode code =
            field.matter() == null ? ProblemCode.UNKNOWN_RECORD : ProblemCode.UNKNOWN_MATTER;
        problems.add(Problem.of(code, text, field.title()).in(field.name()).at(n));
        continue;
      }
      for (String copy : field.copies()) {
        Value copied = record.image().fields().get(copy);
        whole.put(copy, copied == null ? Value.cleared() : copied);
      }
    }
    return whole;
  }
}
