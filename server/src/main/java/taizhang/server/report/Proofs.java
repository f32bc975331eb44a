package taizhang.server.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import taizhang.prose.Options;
import taizhang.prose.ReportReader;
import taizhang.prose.catalogue.Catalogue;
import taizhang.prose.finding.Finding;
import taizhang.prose.finding.Severity;
import taizhang.prose.review.Decided;
import taizhang.prose.review.Decision;
import taizhang.prose.review.Decisions;
import taizhang.prose.text.SourceText;

/** Lets the checker of official prose read a paper, and lays what it finds beside its lines. */
@Service
public class Proofs {

  private static final int KEPT = 24;

  /** What was found in a text stays what was found in it. */
  private final Map<String, List<Finding>> found =
      Collections.synchronizedMap(
          new LinkedHashMap<String, List<Finding>>(KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, List<Finding>> eldest) {
              return size() > KEPT;
            }
          });

  /**
   * A finding at its place.
   *
   * @param paragraph mark of the paragraph, empty for a heading
   * @param decided the finding, with the ruling on it where there is one
   */
  public record Mark(String paragraph, Decided decided) {

    public boolean open() {
      return decided.open();
    }

    public boolean error() {
      return decided.finding().severity() == Severity.E;
    }
  }

  /** The findings of a paper in reading order, with what was decided on them. */
  public List<Mark> of(Composition report, List<Decision> rulings) {
    String text =
        report.lines().stream().map(Composition.Line::text).collect(Collectors.joining("\n"));
    List<Finding> findings =
        found.computeIfAbsent(
            text,
            read ->
                ReportReader.read(
                        new SourceText(report.outline().title(), read),
                        new Options(report.outline().year(), Catalogue.NONE))
                    .findings());
    List<Mark> marks = new ArrayList<>();
    for (Decided decided : Decisions.of(findings, rulings).findings()) {
      marks.add(new Mark(report.lines().get(decided.finding().line() - 1).paragraph(), decided));
    }
    return marks;
  }

  /** How many findings that block publication nobody has answered. */
  public static int openErrors(List<Mark> marks) {
    return (int) marks.stream().filter(m -> m.open() && m.error()).count();
  }
}
