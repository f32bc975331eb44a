package taizhang.books.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Image;

/**
 * States of a record, the moves between them and the clocks that run meanwhile; the first state is
 * where a record opens.
 *
 * @param name its name inside the pack
 * @param states by name
 * @param moves by name
 * @param clocks by name
 */
public record Lifecycle(
    String name,
    SequencedMap<String, State> states,
    SequencedMap<String, Move> moves,
    SequencedMap<String, Clock> clocks) {

  public Lifecycle {
    states = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(states));
    moves = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(moves));
    clocks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(clocks));
  }

  /**
   * A state.
   *
   * @param title what the screen calls it
   * @param last true where nothing follows
   * @param opens records for which this holds open here; null where it is not said
   */
  public record State(String title, boolean last, @Nullable Condition opens) {
    /** A state that says nothing of where records open. */
    public State(String title, boolean last) {
      this(title, last, null);
    }
  }

  /**
   * A permitted transition.
   *
   * @param title what its button says
   * @param from states it starts from
   * @param to state it ends in
   * @param needs fields that must be filled
   * @param takes fields that may be filled besides
   * @param reason true where it must say why
   * @param by who may do it; empty for whoever may write the record
   * @param otherThan states: not by the person who last moved the record into one of them
   * @param guard what must hold of the record as it would stand
   * @param say what the person is told where the guard does not hold
   */
  public record Move(
      String title,
      List<String> from,
      String to,
      List<String> needs,
      List<String> takes,
      boolean reason,
      List<Who> by,
      List<String> otherThan,
      Condition guard,
      String say) {
    public Move {
      from = List.copyOf(from);
      needs = List.copyOf(needs);
      takes = List.copyOf(takes);
      by = List.copyOf(by);
      otherThan = List.copyOf(otherThan);
    }

    /** A move that anyone may make and nothing guards. */
    public Move(String title, List<String> from, String to, List<String> needs) {
      this(title, from, to, needs, List.of(), false, List.of(), List.of(), Condition.ALWAYS, "");
    }

    /** The fields that whoever makes it may fill. */
    public List<String> asks() {
      return Stream.concat(needs.stream(), takes.stream()).toList();
    }
  }

  /** Where records open. */
  public String initial() {
    return states.firstEntry().getKey();
  }

  /** Where a record opens by what it holds. */
  public String opening(Image image, String today) {
    for (Map.Entry<String, State> state : states.entrySet()) {
      Condition opens = state.getValue().opens();
      if (opens != null && opens.holds(image, initial(), today)) {
        return state.getKey();
      }
    }
    return initial();
  }

  /** The moves that leave a state, by name. */
  public SequencedMap<String, Move> movesFrom(String state) {
    SequencedMap<String, Move> leaving = new LinkedHashMap<>();
    moves.forEach((name, move) -> {
      if (move.from().contains(state)) {
        leaving.put(name, move);
      }
    });
    return leaving;
  }

  /** True for a field that a clock gives. */
  public boolean derives(String field) {
    return clocks.keySet().stream()
        .anyMatch(clock -> new ClockFields(clock).names().contains(field));
  }
}
