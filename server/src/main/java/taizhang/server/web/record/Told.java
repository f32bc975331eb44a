package taizhang.server.web.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/** What is wrong with a form: beside the inputs it is about, and above them what is about all. */
public final class Told {

  /** Nothing is wrong. */
  static final Told NOTHING = new Told(List.of(), Set.of(), "");

  private final Map<String, List<String>> beside = new HashMap<>();
  private final List<Line> above = new ArrayList<>();
  private final boolean stale;

  /** Something wrong, and where to go about it. */
  public record Line(String text, String href, String link) {}

  private Told(List<Problem> problems, Set<String> inputs, String town) {
    stale = problems.stream().anyMatch(p -> p.code() == ProblemCode.STALE_VERSION);
    for (Problem problem : problems) {
      String text = problem.message(Locale.CHINESE);
      if (problem.field() != null && inputs.contains(problem.field())) {
        beside.computeIfAbsent(problem.field(), f -> new ArrayList<>()).add(text);
      } else if (problem.code() == ProblemCode.DUPLICATE) {
        String other = String.valueOf(problem.args().getFirst());
        above.add(new Line(text, "/" + town + "/records/" + other, "打开原记录"));
      } else {
        above.add(new Line(text, "", ""));
      }
    }
  }

  /**
   * What a refusal says.
   *
   * @param inputs names of the fields that are in the form
   */
  static Told of(Refusal refusal, Set<String> inputs, String town) {
    return new Told(refusal.problems(), inputs, town);
  }

  /** What is about no single input. */
  public List<Line> above() {
    return above;
  }

  /** True where anything is wrong. */
  public boolean any() {
    return !above.isEmpty() || !beside.isEmpty();
  }

  /** True where somebody else entered something meanwhile. */
  public boolean stale() {
    return stale;
  }

  /** All of it, one line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(above.stream().map(Line::text).toList());
    beside.values().forEach(lines::addAll);
    return lines;
  }

  List<String> at(String... fields) {
    List<String> all = new ArrayList<>();
    for (String field : fields) {
      all.addAll(beside.getOrDefault(field, List.of()));
    }
    return all;
  }
}
