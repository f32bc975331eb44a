package taizhang.books.pack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import taizhang.books.calendar.Limit;

/** Reads the clocks of a lifecycle; what they say of fields is fitted to each ledger later. */
final class ClockReader {

  private final Map<String, Lifecycle.State> states;
  private final Problems problems;

  ClockReader(Map<String, Lifecycle.State> states, Problems problems) {
    this.states = states;
    this.problems = problems;
  }

  Clock read(String name, Tree.Mapping tree) {
    for (String key : List.of("starts", "pauses", "ends")) {
      tree.scalars(key).forEach(state -> known(state.text(), state.place()));
    }
    return new Clock(
        name,
        tree.text("title", ""),
        tree.texts("starts"),
        tree.text("on"),
        tree.text("time"),
        limits(tree),
        tree.texts("pauses"),
        tree.texts("ends"),
        extension(tree),
        ladder(tree));
  }

  void known(String state, Place place) {
    if (!states.containsKey(state)) {
      problems.add(
          place, "there is no state '" + state + "'" + Suggestion.among(states.keySet(), state));
    }
  }

  private List<Clock.Allowed> limits(Tree.Mapping tree) {
    List<Clock.Allowed> limits = new ArrayList<>();
    for (Tree.Mapping row : tree.list("limits")) {
      Limit limit = value(row, "limit", Limit::parse);
      LocalDate from =
          row.text("from") == null ? LocalDate.MIN : value(row, "from", ClockReader::day);
      if (limit != null && from != null) {
        limits.add(new Clock.Allowed(limit, Condition.ALWAYS, from, row.text("source", "")));
      }
    }
    return limits;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is no date; write such as 2024-01-01", e);
    }
  }

  private <T> @Nullable T value(Tree.Mapping tree, String key, Function<String, T> reading) {
    try {
      return reading.apply(tree.text(key, ""));
    } catch (IllegalArgumentException e) {
      problems.add(tree.value(key), String.valueOf(e.getMessage()));
      return null;
    }
  }

  private Clock.@Nullable Extension extension(Tree.Mapping tree) {
    if (!tree.items().containsKey("extension")) {
      return null;
    }
    Tree.Mapping extension = tree.mapping("extension");
    return new Clock.Extension(
        extension.text("asks", ""), extension.text("grants", ""), who(extension, "by"));
  }

  private List<Clock.Rung> ladder(Tree.Mapping tree) {
    List<Clock.Rung> rungs = new ArrayList<>();
    for (Map.Entry<String, Tree.Mapping> item : tree.mappings("ladder").entrySet()) {
      Tree.Mapping rung = item.getValue();
      Offset at = value(rung, "at", Offset::parse);
      if (at != null) {
        rungs.add(
            new Clock.Rung(
                item.getKey(),
                at,
                rung.text("light", ""),
                Condition.ALWAYS,
                rung.text("say", ""),
                who(rung, "tell"),
                rung.text("draft", "")));
      }
    }
    return rungs;
  }

  /** Those named under a key; an unknown role is told with its place. */
  List<Who> who(Tree.Mapping tree, String key) {
    List<Who> named = new ArrayList<>();
    for (Tree.Scalar text : tree.scalars(key)) {
      Who who = Who.parse(text.text());
      if (!Who.words().contains(who.role())) {
        problems.add(
            text.place(),
            "there is no role '" + who.role() + "'" + Suggestion.among(Who.words(), who.role()));
      }
      if (who.role().equals(Who.PERSON) && who.of() == null) {
        problems.add(
            text.place(), "'person' needs the field that holds the login: person of FIELD");
      }
      named.add(who);
    }
    return named;
  }
}
