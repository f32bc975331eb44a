package taizhang.server.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.server.town.Town;

/** Which drafts of a batch are in the books already, by their idempotency keys. */
final class Repeats {

  private final Map<Draft, EntryStore.Keyed> before = new HashMap<>();
  private final Map<Draft, Draft> inBatch = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private Repeats() {}

  static Repeats of(Town town, Author author, List<Draft> drafts, Stores stores, JdbcClient sql) {
    Repeats repeats = new Repeats();
    List<Draft> keyed = drafts.stream().filter(d -> d.submission.key() != null).toList();
    keyed.forEach(d -> d.body = stores.recordKeys().fingerprint(bodyOf(d.submission)));
    List<String> keys = keyed.stream().map(Repeats::key).toList();
    Map<String, EntryStore.Keyed> found = new HashMap<>();
    stores.entries().keyed(town, author.client(), keys, sql).forEach(k -> found.put(k.key(), k));
    Map<String, Draft> first = new HashMap<>();
    for (Draft draft : keyed) {
      EntryStore.Keyed earlier = found.get(key(draft));
      Draft twin = first.putIfAbsent(key(draft), draft);
      if (earlier != null) {
        repeats.before.put(draft, earlier);
        repeats.compare(draft, earlier.body(), earlier.seq());
      } else if (twin != null) {
        repeats.inBatch.put(draft, twin);
        repeats.compare(draft, twin.body, 0);
      }
    }
    return repeats;
  }

  private void compare(Draft draft, byte @org.jspecify.annotations.Nullable [] body, long seq) {
    if (!Arrays.equals(draft.body, body)) {
      problems.add(Problem.of(ProblemCode.KEY_REUSED, key(draft), seq).at(draft.index));
    }
  }

  private static String key(Draft draft) {
    return Objects.requireNonNull(draft.submission.key());
  }

  /** What a key stands for: everything submitted but the key. */
  private static byte[] bodyOf(Submission s) {
    return s.keyed("").toString().getBytes(StandardCharsets.UTF_8);
  }

  List<Problem> problems() {
    return problems;
  }

  boolean answered(Draft draft) {
    return before.containsKey(draft) || inBatch.containsKey(draft);
  }

  List<Receipt> receipts(List<Draft> drafts) {
    return drafts.stream().map(this::receipt).toList();
  }

  private Receipt receipt(Draft draft) {
    EntryStore.Keyed earlier = before.get(draft);
    if (earlier != null) {
      return new Receipt(earlier.seq(), earlier.record(), true);
    }
    Draft twin = inBatch.get(draft);
    var entry = (twin == null ? draft : twin).placed();
    return new Receipt(entry.seq(), entry.record(), twin != null);
  }
}
