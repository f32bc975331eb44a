package taizhang.books.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import taizhang.books.calendar.Limit;

/**
 * A lifecycle for one ledger: its conditions speak of the ledger's fields, and those it names are
 * there.
 */
final class LifecycleFit {

  private final String ledger;
  private final Fields fields;
  private final ConditionReader conditions;
  private final Problems problems;

  LifecycleFit(String ledger, Fields fields, ConditionReader conditions, Problems problems) {
    this.ledger = ledger;
    this.fields = fields;
    this.conditions = conditions;
    this.problems = problems;
  }

  Lifecycle fit(Lifecycle lifecycle, Tree.Mapping tree) {
    SequencedMap<String, Lifecycle.Move> moves = new LinkedHashMap<>();
    lifecycle
        .moves()
        .forEach((name, move) -> moves.put(name, move(move, tree.mapping("moves").mapping(name))));
    SequencedMap<String, Clock> clocks = new LinkedHashMap<>();
    lifecycle
        .clocks()
        .forEach(
            (name, clock) -> clocks.put(name, clock(clock, tree.mapping("clocks").mapping(name))));
    return new Lifecycle(lifecycle.name(), states(lifecycle, tree), moves, clocks);
  }

  private SequencedMap<String, Lifecycle.State> states(Lifecycle lifecycle, Tree.Mapping tree) {
    SequencedMap<String, Lifecycle.State> states = new LinkedHashMap<>(lifecycle.states());
    tree.mapping("states")
        .items()
        .forEach((name, said) -> {
          Lifecycle.State state = states.get(name);
          if (state != null
              && said instanceof Tree.Mapping item
              && item.items().containsKey(LifecycleReader.OPENS)) {
            Condition opens = conditions.read(item, LifecycleReader.OPENS);
            states.put(name, new Lifecycle.State(state.title(), state.last(), opens));
          }
        });
    return states;
  }

  private Lifecycle.Move move(Lifecycle.Move move, Tree.Mapping tree) {
    tree.scalars("needs").forEach(name -> field(name, name.text(), Set.of(), ""));
    tree.scalars("takes").forEach(name -> field(name, name.text(), Set.of(), ""));
    who(tree, "by");
    return new Lifecycle.Move(
        move.title(),
        move.from(),
        move.to(),
        move.needs(),
        move.takes(),
        move.reason(),
        move.by(),
        move.otherThan(),
        conditions.read(tree, "guard"),
        move.say());
  }

  private Clock clock(Clock clock, Tree.Mapping tree) {
    named(tree, "on", Set.of(FieldType.DATE), "a date");
    named(tree, "time", Set.of(FieldType.TIME), "a time");
    Tree.Mapping extension = tree.mapping("extension");
    named(extension, "asks", Set.of(FieldType.INTEGER), "a whole number");
    named(extension, "grants", Set.of(FieldType.INTEGER), "a whole number");
    who(extension, "by");
    return new Clock(
        clock.name(),
        clock.title(),
        clock.starts(),
        clock.on(),
        clock.time(),
        limits(clock, tree),
        clock.pauses(),
        clock.ends(),
        clock.extension(),
        ladder(clock, tree.mapping("ladder")));
  }

  private List<Clock.Allowed> limits(Clock clock, Tree.Mapping tree) {
    List<Tree.Mapping> rows = tree.list("limits");
    List<Clock.Allowed> limits = new ArrayList<>();
    for (int n = 0; n < clock.limits().size() && n < rows.size(); n++) {
      Clock.Allowed row = clock.limits().get(n);
      if (row.limit() instanceof Limit.On(String field)) {
        Tree.Scalar place = rows.get(n).scalar("limit");
        if (place != null) {
          field(place, field, Set.of(FieldType.DATE), "a date");
        }
      }
      limits.add(
          new Clock.Allowed(
              row.limit(), conditions.read(rows.get(n), "when"), row.from(), row.source()));
    }
    return limits;
  }

  private List<Clock.Rung> ladder(Clock clock, Tree.Mapping tree) {
    List<Clock.Rung> ladder = new ArrayList<>();
    for (Clock.Rung rung : clock.ladder()) {
      Tree.Mapping written = tree.mapping(rung.name());
      who(written, "tell");
      ladder.add(
          new Clock.Rung(
              rung.name(),
              rung.at(),
              rung.light(),
              conditions.read(written, "when"),
              rung.say(),
              rung.tell(),
              rung.draft()));
    }
    return ladder;
  }

  private void who(Tree.Mapping tree, String key) {
    for (Tree.Scalar text : tree.scalars(key)) {
      String of = Who.parse(text.text()).of();
      if (of != null) {
        field(text, of, Set.of(), "");
      }
    }
  }

  private void named(Tree.Mapping tree, String key, Set<FieldType> types, String wanted) {
    Tree.Scalar name = tree.scalar(key);
    if (name != null) {
      field(name, name.text(), types, wanted);
    }
  }

  private void field(Tree.Scalar written, String name, Set<FieldType> types, String wanted) {
    if (!fields.has(name)) {
      problems.add(
          written.place(),
          "ledger "
              + ledger
              + ", which has this lifecycle, has no field '"
              + name
              + "'"
              + Suggestion.among(fields.sound().keySet(), name));
      return;
    }
    Map<String, Field> sound = fields.sound();
    Field field = sound.get(name);
    if (field != null && !types.isEmpty() && !types.contains(field.type())) {
      problems.add(
          written.place(),
          "'" + name + "' is " + field.type().code() + ", but this must be " + wanted);
    }
  }
}
