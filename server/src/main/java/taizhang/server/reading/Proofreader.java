package taizhang.server.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.pack.Pack;
import taizhang.prose.Options;
import taizhang.prose.Reading;
import taizhang.prose.ReportReader;
import taizhang.prose.catalogue.Catalogue;
import taizhang.prose.catalogue.Indicator;
import taizhang.prose.finding.Finding;
import taizhang.prose.review.Decided;
import taizhang.prose.review.Decision;
import taizhang.prose.review.Decisions;
import taizhang.prose.text.SourceText;
import taizhang.server.ledger.TownRules;

/** Reads manuscripts with the indicators of a town's packs, and keeps what it read for a while. */
@Service
public class Proofreader {

  private static final int KEPT = 16;

  /** What was read of a text stays true until the packs change. */
  private record Key(String town, int document, int version, long booksSeq) {}

  private final Manuscripts manuscripts;
  private final Map<Key, Perusal> read =
      Collections.synchronizedMap(
          new LinkedHashMap<Key, Perusal>(KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Perusal> eldest) {
              return size() > KEPT;
            }
          });

  Proofreader(Manuscripts manuscripts) {
    this.manuscripts = manuscripts;
  }

  /** Reads a manuscript. */
  public Perusal read(Clearance who, TownRules rules, Manuscript manuscript) {
    Key key = new Key(who.town(), manuscript.document(), manuscript.version(), rules.booksSeq());
    Perusal known = read.get(key);
    if (known != null) {
      return known;
    }
    SourceText source = new SourceText(manuscript.name(), manuscripts.text(who, manuscript));
    Catalogue catalogue = catalogue(rules);
    Reading reading = ReportReader.read(source, new Options(manuscript.year(), catalogue));
    Perusal fresh = Perusal.of(manuscript, reading, catalogue);
    read.put(key, fresh);
    return fresh;
  }

  private static Catalogue catalogue(TownRules rules) {
    List<Indicator> indicators = new ArrayList<>();
    for (Pack pack : rules.packs().packs()) {
      pack.indicators()
          .values()
          .forEach(i -> indicators.add(new Indicator(i.code(), i.title(), i.aliases(), i.unit())));
    }
    return new Catalogue(indicators);
  }

  /**
   * What became of the findings of a version in the next.
   *
   * @param fresh fingerprints of those that were not there before
   * @param gone what was there and is no more
   */
  public record Progress(List<String> fresh, List<Finding> gone) {

    /** Of a first version. */
    public static final Progress NONE = new Progress(List.of(), List.of());
  }

  /** Lays the findings of two versions beside each other. */
  public static Progress between(Perusal before, Perusal now) {
    List<Finding> old = before.reading().findings();
    Decisions laid =
        Decisions.of(
            now.reading().findings(), old.stream().map(f -> Decision.accept(f, "")).toList());
    List<String> gone = laid.gone().stream().map(Decision::fingerprint).toList();
    return new Progress(
        laid.open().stream().map(Finding::fingerprint).toList(),
        old.stream().filter(f -> gone.contains(f.fingerprint())).toList());
  }

  /** The findings of a reading with what was decided on them. */
  public static List<Decided> decided(Perusal perusal, Margin margin) {
    return Decisions.of(perusal.reading().findings(), margin.decisions()).findings();
  }
}
