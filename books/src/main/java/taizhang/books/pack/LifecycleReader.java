package taizhang.books.pack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** Reads lifecycles: every state can be reached and, unless final, left. */
final class LifecycleReader {

  /** Says which records open in a state. */
  static final String OPENS = "opens_when";

  private final Problems problems;

  private LifecycleReader(Problems problems) {
    this.problems = problems;
  }

  /** Every lifecycle that could be read, by full code. */
  static Map<String, Lifecycle> all(Declared declared) {
    LifecycleReader reader = new LifecycleReader(declared.problems());
    Map<String, Lifecycle> lifecycles = new LinkedHashMap<>();
    declared
        .lifecycles()
        .forEach((code, tree) -> {
          if (declared.problems().sound(tree)) {
            lifecycles.put(code, reader.read(Names.shortest(Names.pack(code), code), tree));
          }
        });
    return lifecycles;
  }

  private Lifecycle read(String name, Tree.Mapping tree) {
    SequencedMap<String, Lifecycle.State> states = new LinkedHashMap<>();
    tree.mapping("states").items().forEach((state, item) -> states.put(state, state(item)));
    SequencedMap<String, Lifecycle.Move> moves = new LinkedHashMap<>();
    tree.mappings("moves").forEach((move, item) -> moves.put(move, move(item, states)));
    SequencedMap<String, Clock> clocks = new LinkedHashMap<>();
    ClockReader reader = new ClockReader(states, problems);
    tree.mappings("clocks").forEach((clock, item) -> clocks.put(clock, reader.read(clock, item)));
    Lifecycle lifecycle = new Lifecycle(name, states, moves, clocks);
    if (problems.sound(tree)) {
      check(lifecycle, tree);
    }
    return lifecycle;
  }

  private static Lifecycle.State state(Tree item) {
    return switch (item) {
      case Tree.Scalar title -> new Lifecycle.State(title.text(), false);
      case Tree.Mapping tree -> new Lifecycle.State(tree.text("title", ""), tree.yes("final"));
      case Tree.Sequence _ -> new Lifecycle.State("", false);
    };
  }

  private Lifecycle.Move move(Tree.Mapping tree, Map<String, Lifecycle.State> states) {
    ClockReader reader = new ClockReader(states, problems);
    tree.scalars("from").forEach(from -> reader.known(from.text(), from.place()));
    tree.scalars("other_than").forEach(state -> reader.known(state.text(), state.place()));
    String to = tree.text("to", "");
    reader.known(to, tree.value("to"));
    return new Lifecycle.Move(
        tree.text("title", ""),
        tree.texts("from"),
        to,
        tree.texts("needs"),
        tree.texts("takes"),
        tree.yes("reason"),
        reader.who(tree, "by"),
        tree.texts("other_than"),
        Condition.ALWAYS,
        tree.text("say", ""));
  }

  private void check(Lifecycle lifecycle, Tree.Mapping tree) {
    Set<String> reached = reached(lifecycle, tree.mapping("states"));
    lifecycle
        .states()
        .forEach((name, state) -> {
          Place place = tree.mapping("states").at(name);
          List<String> out =
              lifecycle.moves().entrySet().stream()
                  .filter(move -> move.getValue().from().contains(name))
                  .map(Map.Entry::getKey)
                  .toList();
          if (!reached.contains(name)) {
            problems.add(
                place,
                "no move leads from '"
                    + lifecycle.initial()
                    + "', where records open, to '"
                    + name
                    + "'");
          }
          if (state.last() && !out.isEmpty()) {
            problems.add(
                place, "'" + name + "' is final, yet move '" + out.getFirst() + "' leaves it");
          }
          if (!state.last() && out.isEmpty()) {
            problems.add(
                place, "no move leaves '" + name + "': add one, or say {title: …, final: yes}");
          }
        });
  }

  private static Set<String> reached(Lifecycle lifecycle, Tree.Mapping states) {
    Set<String> reached = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(lifecycle.initial()));
    states
        .items()
        .forEach((name, state) -> {
          if (state instanceof Tree.Mapping said && said.items().containsKey(OPENS)) {
            next.add(name);
          }
        });
    while (!next.isEmpty()) {
      String state = next.remove();
      if (reached.add(state)) {
        lifecycle.moves().values().stream()
            .filter(move -> move.from().contains(state))
            .forEach(move -> next.add(move.to()));
      }
    }
    return reached;
  }
}
