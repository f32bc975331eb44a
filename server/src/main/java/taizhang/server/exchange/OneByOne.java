package taizhang.server.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Submission;
import taizhang.books.figure.Posted;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.Refusal;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.Entries;

/**
 * Enters many submissions of one person, each on its own: one that is refused leaves the others
 * standing.
 */
@Service
public class OneByOne {

  private final Entries entries;
  private final Figures figures;

  OneByOne(Entries entries, Figures figures) {
    this.entries = entries;
    this.figures = figures;
  }

  /**
   * What became of submissions, or would become of them.
   *
   * @param refused what is wrong with those that are refused, by their place in the list
   * @param moved the figures that the others move; empty where they were really entered
   */
  public record Done(Map<Integer, Problem> refused, List<Moved> moved) {
    public Done {
      refused = Map.copyOf(refused);
      moved = List.copyOf(moved);
    }
  }

  /** What entering them would come to, without entering them. */
  public Done rehearse(Clearance who, List<Submission> all) {
    Map<Integer, Problem> refused = new HashMap<>();
    List<Posted> posted = posted(who, all, refused);
    return new Done(refused, Movement.of(posted, figures.rules(who.town()).packs()));
  }

  private List<Posted> posted(Clearance who, List<Submission> all, Map<Integer, Problem> refused) {
    while (refused.size() < all.size()) {
      List<Integer> left = left(all, refused);
      try {
        return entries.rehearse(who, left.stream().map(all::get).toList()).posted();
      } catch (Refusal refusal) {
        for (Problem problem : refusal.problems()) {
          refused.putIfAbsent(left.get(problem.item()), problem.at(0));
        }
      }
    }
    return List.of();
  }

  private static List<Integer> left(List<Submission> all, Map<Integer, Problem> refused) {
    return IntStream.range(0, all.size()).filter(n -> !refused.containsKey(n)).boxed().toList();
  }

  /**
   * Enters them.
   *
   * @param progress hears how many were tried; what it throws leaves those entered before standing
   */
  public Done enter(Clearance who, List<Submission> all, ImportProgress progress) {
    Map<Integer, Problem> refused = new HashMap<>();
    for (int from = 0; from < all.size(); from += Entries.PIECE) {
      progress.at(from, all.size());
      int to = Math.min(from + Entries.PIECE, all.size());
      try {
        entries.appendAll(who, all.subList(from, to));
      } catch (Refusal refusal) {
        IntStream.range(from, to).forEach(n -> enter(who, all.get(n), n, refused));
      }
    }
    progress.at(all.size(), all.size());
    return new Done(refused, new ArrayList<>());
  }

  private void enter(
      Clearance who, Submission submission, int place, Map<Integer, Problem> refused) {
    try {
      entries.append(who, submission);
    } catch (Refusal refusal) {
      refused.put(place, refusal.problems().getFirst());
    }
  }
}
