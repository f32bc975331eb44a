package taizhang.books.refusal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was submitted is refused and nothing of it was kept; says everything that is wrong, not only
 * the first thing.
 */
public final class Refusal extends RuntimeException {

  private static final int SHOWN = 20;

  private final transient List<Problem> problems;

  public Refusal(List<Problem> problems) {
    super(text(problems, Locale.getDefault()));
    this.problems = List.copyOf(problems);
  }

  /** Refused for one reason. */
  public static Refusal of(ProblemCode code, Object... args) {
    return new Refusal(List.of(Problem.of(code, args)));
  }

  /** All that is wrong. */
  public List<Problem> problems() {
    return problems;
  }

  /** The kind of the first problem. */
  public ProblemCode code() {
    return problems.getFirst().code();
  }

  /** One line per problem. */
  public String text(Locale locale) {
    return text(problems, locale);
  }

  private static String text(List<Problem> problems, Locale locale) {
    String lines =
        problems.stream()
            .limit(SHOWN)
            .map(p -> (problems.size() > 1 ? "[" + (p.item() + 1) + "] " : "") + p.message(locale))
            .collect(Collectors.joining("\n"));
    int more = problems.size() - SHOWN;
    return more > 0 ? lines + "\n… +" + more : lines;
  }
}
