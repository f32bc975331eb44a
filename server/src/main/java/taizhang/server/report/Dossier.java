package taizhang.server.report;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Lifecycle;
import taizhang.prose.review.Decision;

/**
 * Everything there is about the report of a year.
 *
 * @param draft the text as it stands
 * @param versions what was circulated, newest first
 * @param assignments which department answers for which paragraph
 * @param comments what was said, in order
 * @param rulings findings of the checker that were let stand, each with its reason
 * @param circulation states of a version and how it moves between them
 */
public record Dossier(
    Draft draft,
    List<VersionHead> versions,
    List<Assignment> assignments,
    List<Comment> comments,
    List<Decision> rulings,
    Lifecycle circulation) {

  public Dossier {
    versions = List.copyOf(versions);
    assignments = List.copyOf(assignments);
    comments = List.copyOf(comments);
    rulings = List.copyOf(rulings);
  }

  public int year() {
    return draft.outline().year();
  }

  /** The newest version that everybody may read: in a state that nothing follows; null for none. */
  public @Nullable VersionHead published() {
    return versions.stream()
        .filter(this::isPublic)
        .max(Comparator.comparingInt(VersionHead::number))
        .orElse(null);
  }

  public boolean isPublic(VersionHead version) {
    Lifecycle.State state = circulation.states().get(version.state());
    return state != null && state.last();
  }

  /** What a state of a version is called. */
  public String title(String state) {
    Lifecycle.State found = circulation.states().get(state);
    return found == null ? state : found.title();
  }

  /** Who answers for a paragraph. */
  public List<Assignment> assignments(String paragraph) {
    return assignments.stream().filter(a -> a.paragraph().equals(paragraph)).toList();
  }

  /** What was said about a paragraph: each thread's first comment. */
  public List<Comment> threads(String paragraph) {
    return comments.stream()
        .filter(c -> c.answers() == 0 && c.paragraph().equals(paragraph))
        .toList();
  }

  /** The answers to a comment, in order. */
  public List<Comment> answers(Comment first) {
    return comments.stream().filter(c -> c.answers() == first.record()).toList();
  }
}
