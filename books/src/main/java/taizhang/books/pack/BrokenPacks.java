package taizhang.books.pack;

import java.util.List;
import java.util.stream.Collectors;

/** Packs that were refused, with everything that is wrong in any of them. */
public final class BrokenPacks extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<PackProblem> problems;

  BrokenPacks(List<PackProblem> problems) {
    super(problems.stream().map(PackProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, by file and line; never empty. */
  public List<PackProblem> problems() {
    return problems;
  }
}
