package taizhang.prose.commitment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.prose.claim.Claim;
import taizhang.prose.claim.Kind;
import taizhang.prose.text.Glyphs;
import taizhang.prose.text.Line;
import taizhang.prose.text.Part;
import taizhang.prose.text.Report;

/**
 * Reads the commitments of a report's plan part: each clause that opens with a verb of doing,
 * headings left out.
 */
public final class CommitmentReader {

  private final Report report;
  private final List<Claim> claims;
  private final List<Commitment> found = new ArrayList<>();
  private final int first;
  private int nextClaim;

  private CommitmentReader(Report report, List<Claim> claims, int first) {
    this.report = report;
    this.claims = claims;
    this.first = first;
  }

  /**
   * The commitments in the order of the text.
   *
   * @param claims the report's claims, in order
   * @param first the number the first commitment's id takes
   */
  public static List<Commitment> read(Report report, List<Claim> claims, int first) {
    if (!report.plans()) {
      return List.of();
    }
    CommitmentReader reader = new CommitmentReader(report, claims, first);
    report.lines().forEach(reader::line);
    return reader.found;
  }

  private void line(Line line) {
    String text = line.text();
    if (report.partAt(line.number(), text.length()) != Part.PLAN || line.heading() && !ends(text)) {
      return;
    }
    int from = report.planFrom().line() == line.number() ? report.planFrom().offset() : 0;
    List<Sentence> sentences = Sentence.of(text, from);
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      boolean title = i == 0 && sentences.size() > 1 && sentence.title(text);
      if (!title && !sentence.address(text)) {
        sentence(line, sentence);
      }
    }
  }

  private static boolean ends(String text) {
    String bare = text.strip();
    return bare.endsWith("。") || bare.endsWith("；") || bare.endsWith(";");
  }

  private void sentence(Line line, Sentence sentence) {
    String deadline = "";
    for (Sentence.Span span : sentence.clauses()) {
      String own = Deadline.in(line.text(), span.start(), span.end(), report.years());
      deadline = own.isEmpty() ? deadline : own;
      Promise promise = Promise.at(line.text(), span.start(), span.end());
      Claim target = target(line.number(), span);
      if (promise == null && target != null) {
        promise = Promise.aimedAt(line.text(), span.start(), span.end(), target);
      }
      if (promise != null) {
        add(
            line,
            promise,
            target,
            deadline.isEmpty() && target != null ? target.period() : deadline);
      }
    }
  }

  private void add(Line line, Promise promise, @Nullable Claim target, String due) {
    found.add(
        new Commitment(
            "p" + (first + found.size()),
            line.number(),
            promise.start(),
            promise.end(),
            line.text().substring(promise.start(), promise.end()),
            promise.action(),
            promise.object(line.text(), target),
            due,
            target == null ? null : target.id()));
  }

  /**
   * The first claim of a clause that says how much is to be done; claims are passed in order, so
   * none is looked at twice.
   */
  private @Nullable Claim target(int line, Sentence.Span span) {
    while (nextClaim < claims.size() && before(claims.get(nextClaim), line, span.start())) {
      nextClaim++;
    }
    for (int i = nextClaim; i < claims.size() && before(claims.get(i), line, span.end()); i++) {
      if (claims.get(i).kind() == Kind.TARGET) {
        return claims.get(i);
      }
    }
    return null;
  }

  private static boolean before(Claim claim, int line, int offset) {
    return claim.line() < line || claim.line() == line && claim.start() < offset;
  }

  static boolean space(char c) {
    return Glyphs.space(c);
  }
}
