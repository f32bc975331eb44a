package taizhang.books.pack;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import taizhang.books.entry.Chain;

/**
 * One field of work, declared (业务模块).
 *
 * @param name its folder
 * @param title what the screen calls it
 * @param owner the department answering for it
 * @param version grows with every published change
 * @param ledgers by full code
 * @param indicators by full code
 * @param headlines full codes of the indicators that stand for it on the overview (总览), at most
 *     {@link #MOST_HEADLINES}, the weightiest first
 * @param passages material it can contribute to a report
 * @param serves the functions of a township's work that it serves, and with what
 * @param source the YAML as read; what an adoption keeps on the chain
 */
public record Pack(
    String name,
    String title,
    String owner,
    int version,
    SequencedMap<String, Ledger> ledgers,
    SequencedMap<String, Indicator> indicators,
    List<String> headlines,
    List<Passage> passages,
    List<Service> serves,
    String source) {

  /** So many figures stand for a pack at most. */
  public static final int MOST_HEADLINES = 5;

  public Pack {
    ledgers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(ledgers));
    indicators = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(indicators));
    headlines = List.copyOf(headlines);
    passages = List.copyOf(passages);
    serves = List.copyOf(serves);
  }

  /** The same pack whose ledgers know fields that they had once, by the ledgers' full codes. */
  Pack remembering(Map<String, SequencedMap<String, Field>> retired) {
    SequencedMap<String, Ledger> known = new LinkedHashMap<>(ledgers);
    known.replaceAll((code, ledger) -> {
      SequencedMap<String, Field> once = retired.get(code);
      return once == null ? ledger : ledger.remembering(once);
    });
    return new Pack(
        name, title, owner, version, known, indicators, headlines, passages, serves, source);
  }

  /** What tells this text of the pack from any other: its SM3, in hexadecimal. */
  public String fingerprint() {
    return HexFormat.of().formatHex(Chain.digest(source.getBytes(StandardCharsets.UTF_8)));
  }

  /** Names of other packs that this one refers to, in alphabetical order. */
  public SortedSet<String> refersTo() {
    SortedSet<String> others = new TreeSet<>();
    ledgers.values().forEach(ledger -> ledger.refersTo().map(Names::pack).forEach(others::add));
    indicators
        .values()
        .forEach(indicator -> indicator.refersTo().map(Names::pack).forEach(others::add));
    passages.forEach(passage ->
        passage.cited().map(cited -> Names.pack(Names.full(name, cited))).forEach(others::add));
    others.remove(name);
    return others;
  }

  /**
   * A sentence for a report.
   *
   * @param chapter the chapter it fits
   * @param text our own words, figures as {@code {{indicator}}} or {@code {{indicator option …}}}
   */
  public record Passage(String chapter, String text) {

    private static final Pattern CITED =
        Pattern.compile(
            "\\{\\{\\s*((?:[a-z][a-z0-9_]*\\.)?[a-z][a-z0-9_]*)(?:#target)?(?:\\s[^{}]*)?}}");

    /** The indicators cited, as written. */
    Stream<String> cited() {
      return CITED.matcher(text).results().map(match -> match.group(1));
    }
  }
}
