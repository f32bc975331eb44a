package taizhang.server.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table that is not taken, with everything that is wrong in it; nothing of it was entered. */
public final class TableRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<RowProblem> problems;

  TableRefused(List<RowProblem> problems) {
    super(problems.stream().map(p -> p.message(Locale.ENGLISH)).collect(Collectors.joining("\n")));
    this.problems = problems.stream().sorted(Comparator.comparingInt(RowProblem::row)).toList();
  }

  /** All that is wrong, from the top of the table to its end. */
  public List<RowProblem> problems() {
    return problems;
  }
}
