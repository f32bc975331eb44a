package taizhang.books.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * States of a record and the moves between them; the first state is where a record opens.
 *
 * @param name its name inside the pack
 * @param states by name
 * @param moves by name
 */
public record Lifecycle(
    String name, SequencedMap<String, State> states, SequencedMap<String, Move> moves) {

  public Lifecycle {
    states = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(states));
    moves = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(moves));
  }

  /**
   * A state.
   *
   * @param title what the screen calls it
   * @param last true where nothing follows
   */
  public record State(String title, boolean last) {}

  /**
   * A permitted transition.
   *
   * @param title what its button says
   * @param from states it starts from
   * @param to state it ends in
   * @param needs fields that must be filled
   */
  public record Move(String title, List<String> from, String to, List<String> needs) {
    public Move {
      from = List.copyOf(from);
      needs = List.copyOf(needs);
    }
  }

  /** Where records open. */
  public String initial() {
    return states.firstEntry().getKey();
  }
}
