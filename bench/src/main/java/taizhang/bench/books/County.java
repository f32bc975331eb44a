package taizhang.bench.books;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import taizhang.bench.result.Results;
import taizhang.bench.result.Scale;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.SystemLedger;

/** The towns that are measured: their areas, and the months their groups reported. */
final class County {

  private static final String BY = "bench";
  private static final String ROOT = "T";

  private final Entries entries;
  private final Scale scale;
  private final Numbers numbers = new Numbers();

  /** The newest month filled. */
  final YearMonth last = YearMonth.now(Entries.ZONE).minusMonths(1);

  /** Codes of the towns. */
  final List<String> towns;

  /** Codes of a town's groups, the same in every town. */
  final List<String> groups;

  County(Entries entries, Scale scale) {
    this.entries = entries;
    this.scale = scale;
    this.towns = IntStream.range(0, scale.towns()).mapToObj(n -> "town" + n).toList();
    this.groups = IntStream.range(0, scale.groups()).mapToObj(n -> "G" + n).toList();
  }

  /** Opens the books of a town: packs and areas. */
  void open(String town, Path home) throws IOException {
    String system = Files.readString(home.resolve("packs/system/pack.yaml"));
    entries.append(town, BY, adoption(SystemLedger.PACK, system));
    List<Submission> areas = new ArrayList<>(List.of(area(ROOT, "town", "")));
    for (int n = 0; n < scale.villages(); n++) {
      areas.add(area("V" + n, "village", ROOT));
    }
    for (int n = 0; n < scale.groups(); n++) {
      areas.add(area("G" + n, "group", "V" + n % scale.villages()));
    }
    entries.appendAll(town, BY, areas);
    entries.append(town, BY, adoption(BenchPack.NAME, BenchPack.yaml()));
  }

  private static Submission adoption(String pack, String yaml) {
    return Submission.open(
        SystemLedger.ADOPTION,
        ROOT,
        null,
        Map.of("pack", Value.of(pack), "version", Value.of(1), "yaml", Value.of(yaml)));
  }

  private static Submission area(String code, String level, String parent) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("code", Value.of(code));
    fields.put("name", Value.of(code));
    fields.put("level", Value.of(level));
    fields.put("valid_from", Value.of("1990-01-01"));
    if (!parent.isEmpty()) {
      fields.put("parent", Value.of(parent));
    }
    return Submission.open(SystemLedger.AREA, ROOT, null, fields);
  }

  /** All groups of all towns report all months, month by month, through the ordinary append. */
  void fill() {
    for (int back = scale.months() - 1; back >= 0; back--) {
      YearMonth month = last.minusMonths(back);
      for (String town : towns) {
        entries.appendAll(town, BY, sheets(month));
      }
      if (back % 6 == 0) {
        Results.note("filled to " + month);
      }
    }
  }

  private List<Submission> sheets(YearMonth month) {
    List<Submission> sheets = new ArrayList<>();
    for (String group : groups) {
      for (int n = 0; n < BenchPack.SHEETS; n++) {
        int first = n * BenchPack.ON_A_SHEET;
        sheets.add(report(BenchPack.sheet(n), group, month, first, BenchPack.ON_A_SHEET));
      }
    }
    return sheets;
  }

  /** The value that is numbered so: of the same month and group no two, the newest months first. */
  Submission value(long number) {
    int n = (int) (number % BenchPack.INDICATORS);
    long rest = number / BenchPack.INDICATORS;
    String group = groups.get((int) (rest % groups.size()));
    return report(BenchPack.value(n), group, last.minusMonths(rest / groups.size()), n, 1);
  }

  private Submission report(String ledger, String group, YearMonth month, int first, int count) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("place", Value.of(group));
    fields.put("month", Value.of(month.toString()));
    fields.put("month_end", Value.of(month.atEndOfMonth()));
    for (int n = first; n < first + count; n++) {
      fields.put("a" + n, Value.of(numbers.next()));
    }
    return Submission.open(ledger, group, null, fields);
  }

  /** Numbers that look drawn and are the same in every run; never 0, so that all are posted. */
  private static final class Numbers {
    private long state = 20_261_123;

    synchronized long next() {
      state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
      return 1 + (state >>> 40) % 9_000;
    }
  }
}
