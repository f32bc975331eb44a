package taizhang.server.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Lifecycle;

/**
 * A year's report in the list of reports.
 *
 * @param versions what was circulated, newest first
 * @param assignments what departments were asked for
 * @param writers logins of those who wrote the draft, the latest first
 * @param circulation states of a version
 */
public record ReportYear(
    ReportHead head,
    List<VersionHead> versions,
    List<Assignment> assignments,
    List<String> writers,
    Lifecycle circulation) {

  public ReportYear {
    versions = List.copyOf(versions);
    assignments = List.copyOf(assignments);
    writers = List.copyOf(writers);
  }

  /** The state of the newest version; that of a draft before there is one. */
  public String state() {
    String code = versions.isEmpty() ? circulation.initial() : versions.getFirst().state();
    return title(code);
  }

  /** What a state is called. */
  public String title(String code) {
    Lifecycle.State state = circulation.states().get(code);
    return state == null ? code : state.title();
  }

  /** True where everybody may read a version. */
  public boolean published() {
    return newestPublished() != null;
  }

  /** The newest version that everybody may read, null where there is none. */
  public @Nullable VersionHead newestPublished() {
    return versions.stream()
        .filter(version -> {
          Lifecycle.State state = circulation.states().get(version.state());
          return state != null && state.last();
        })
        .findFirst()
        .orElse(null);
  }

  /** How many paragraphs departments still owe. */
  public long owed() {
    return assignments.stream().filter(Assignment::owed).count();
  }
}
