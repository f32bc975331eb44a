package taizhang.server.web.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import taizhang.prose.claim.Claim;
import taizhang.prose.commitment.Commitment;
import taizhang.prose.finding.Finding;
import taizhang.prose.finding.Severity;
import taizhang.prose.review.Decided;
import taizhang.prose.text.Line;
import taizhang.server.reading.Perusal;

/**
 * A line of a text, cut where marks begin and end.
 *
 * @param number from 1
 */
public record MarkedLine(int number, boolean heading, List<Piece> pieces) {

  public MarkedLine {
    pieces = List.copyOf(pieces);
  }

  /**
   * A stretch that the same marks lie on.
   *
   * @param look classes of its marks, empty for bare text
   * @param finding id of the finding on it, null for none
   * @param claim id of the claim
   * @param commitment id of the commitment
   */
  public record Piece(
      String text,
      String look,
      @Nullable String finding,
      @Nullable String claim,
      @Nullable String commitment) {

    /** What opens when it is clicked: the gravest of its marks. */
    public String opens() {
      return finding != null ? finding : claim != null ? claim : String.valueOf(commitment);
    }
  }

  private record Span(int start, int end, String kind, String id, String look) {

    boolean covers(int from, int to) {
      return start <= from && to <= end;
    }
  }

  /** The lines of a reading with its marks. */
  static List<MarkedLine> of(Perusal perusal, List<Decided> decided) {
    Map<Integer, List<Span>> spans = new HashMap<>();
    for (Decided one : decided) {
      Finding f = one.finding();
      add(spans, f.line(), new Span(f.start(), f.end(), "f", f.id(), look(one)));
    }
    for (Claim c : perusal.reading().claims()) {
      add(spans, c.line(), new Span(c.start(), c.end(), "c", c.id(), "mc"));
    }
    for (Commitment p : perusal.reading().commitments()) {
      add(spans, p.line(), new Span(p.start(), p.end(), "p", p.id(), "mp"));
    }
    List<MarkedLine> lines = new ArrayList<>();
    for (Line line : perusal.lines()) {
      if (!line.text().isBlank()) {
        lines.add(
            new MarkedLine(
                line.number(), line.heading(), pieces(line.text(), spans.get(line.number()))));
      }
    }
    return lines;
  }

  private static String look(Decided one) {
    String done = one.open() ? "" : " done";
    return switch (one.finding().severity()) {
      case E -> "mf e" + done;
      case W -> "mf w" + done;
      case I -> "mf i" + done;
    };
  }

  private static void add(Map<Integer, List<Span>> spans, int line, Span span) {
    spans.computeIfAbsent(line, n -> new ArrayList<>()).add(span);
  }

  private static List<Piece> pieces(String text, @Nullable List<Span> spans) {
    if (spans == null) {
      return List.of(new Piece(text, "", null, null, null));
    }
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
    for (Span span : spans) {
      cuts.add(span.start);
      cuts.add(span.end);
    }
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int to : cuts.tailSet(0, false)) {
      if (to > from) {
        pieces.add(piece(text.substring(from, to), spans, from, to));
      }
      from = to;
    }
    return pieces;
  }

  private static Piece piece(String text, List<Span> spans, int from, int to) {
    Span finding = covering(spans, "f", from, to);
    Span claim = covering(spans, "c", from, to);
    Span commitment = covering(spans, "p", from, to);
    StringBuilder look = new StringBuilder();
    for (Span span : new Span[] {finding, claim, commitment}) {
      if (span != null) {
        look.append(look.isEmpty() ? "" : " ").append(span.look);
      }
    }
    return new Piece(text, look.toString(), id(finding), id(claim), id(commitment));
  }

  private static @Nullable String id(@Nullable Span span) {
    return span == null ? null : span.id;
  }

  /** The shortest mark of a kind over a stretch: a longer one has room elsewhere. */
  private static @Nullable Span covering(List<Span> spans, String kind, int from, int to) {
    Span found = null;
    for (Span span : spans) {
      boolean shorter = found == null || span.end - span.start < found.end - found.start;
      if (span.kind.equals(kind) && span.covers(from, to) && shorter) {
        found = span;
      }
    }
    return found;
  }

  /** The light of a finding. */
  static String light(Severity severity) {
    return switch (severity) {
      case E -> "late";
      case W -> "near";
      case I -> "waiting";
    };
  }
}
