package taizhang.books.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * One field of work, declared (业务模块).
 *
 * @param name its folder
 * @param title what the screen calls it
 * @param owner the department answering for it
 * @param version grows with every published change
 * @param ledgers by full code
 * @param indicators by full code
 * @param passages material it can contribute to a report
 * @param source the YAML as read; what an adoption keeps on the chain
 */
public record Pack(
    String name,
    String title,
    String owner,
    int version,
    SequencedMap<String, Ledger> ledgers,
    SequencedMap<String, Indicator> indicators,
    List<Passage> passages,
    String source) {

  public Pack {
    ledgers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(ledgers));
    indicators = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(indicators));
    passages = List.copyOf(passages);
  }

  /**
   * A sentence for a report.
   *
   * @param chapter the chapter it fits
   * @param text our own words, figures as {@code {{indicator}}}
   */
  public record Passage(String chapter, String text) {}
}
