package taizhang.books.succession;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.books.pack.Pack;
import taizhang.books.succession.PackChange.What;

/** What a new version of a pack declares otherwise than the one before. */
public final class Succession {

  private final List<PackChange> changes = new ArrayList<>();

  private Succession() {}

  /**
   * The changes in the order of the declarations, what is gone after what stays.
   *
   * @param before null for a pack that is new: nothing stands that it could change
   */
  public static List<PackChange> between(@Nullable Pack before, Pack after) {
    Succession succession = new Succession();
    if (before != null) {
      succession.ledgers(before, after);
      succession.indicators(before, after);
    }
    return List.copyOf(succession.changes);
  }

  private void ledgers(Pack before, Pack after) {
    after
        .ledgers()
        .forEach((code, now) -> {
          Ledger was = before.ledgers().get(code);
          if (was == null) {
            add(What.LEDGER_NEW, code, null, now.title(), List.of(), "", now.title());
          } else {
            ledger(was, now);
          }
        });
    before
        .ledgers()
        .forEach((code, was) -> {
          if (!after.ledgers().containsKey(code)) {
            add(What.LEDGER_GONE, code, null, was.title(), List.of(), was.title(), "");
          }
        });
  }

  private void ledger(Ledger was, Ledger now) {
    now.fields()
        .forEach((name, field) -> {
          Field once = was.fields().get(name);
          if (once == null) {
            fresh(now, field);
          } else {
            field(now, once, field);
          }
        });
    was.fields()
        .forEach((name, field) -> {
          if (!now.fields().containsKey(name)) {
            add(What.FIELD_GONE, now, field, List.of(), field.type().title(), "");
          }
        });
    states(was, now);
    whole(What.CHECKS, now, was.checks(), now.checks());
    whole(What.POSTING, now, was.post(), now.post());
    whole(What.REVIEW, now, was.review(), now.review());
  }

  private void fresh(Ledger ledger, Field field) {
    add(What.FIELD_NEW, ledger, field, List.of(), "", field.type().title());
    if (field.required()) {
      add(What.FIELD_REQUIRED, ledger, field, List.of(), "", "");
    }
    if (field.derivation() != null) {
      add(What.DERIVED, ledger, field, List.of(), "", "");
    }
  }

  private void field(Ledger ledger, Field was, Field now) {
    if (was.type() != now.type()) {
      add(What.TYPE, ledger, now, List.of(), was.type().title(), now.type().title());
    }
    if (measured(was) && measured(now)) {
      told(What.UNIT, ledger, now, was.unit(), now.unit());
    }
    if (was.type() == FieldType.REF && now.type() == FieldType.REF) {
      told(What.REFERENCE, ledger, now, was.ledger(), now.ledger());
    }
    if (was.classification().sealed() != now.classification().sealed()) {
      What what = now.classification().sealed() ? What.SEALED : What.UNSEALED;
      String once = was.classification().sealed() ? "加密" : "公开";
      String next = now.classification().sealed() ? "加密" : "公开";
      add(what, ledger, now, List.of(), once, next);
    }
    if (now.required() && !was.required()) {
      add(What.FIELD_REQUIRED, ledger, now, List.of(), "", "");
    }
    if (!Objects.equals(was.derivation(), now.derivation()) && now.derivation() != null) {
      add(What.DERIVED, ledger, now, List.of(), "", "");
    }
    codes(ledger, was, now);
  }

  private static boolean measured(Field field) {
    return switch (field.type()) {
      case INTEGER, DECIMAL, MONEY, QUANTITY, PERCENT -> true;
      default -> false;
    };
  }

  /** A code list that gives way to another type is told by the type. */
  private void codes(Ledger ledger, Field was, Field now) {
    if (was.type() != FieldType.CODE || now.type() != FieldType.CODE) {
      return;
    }
    named(What.CODES_GONE, ledger, now, missing(was.codes(), now.codes()), was.codes(), Map.of());
    named(What.CODES_NEW, ledger, now, missing(now.codes(), was.codes()), Map.of(), now.codes());
    List<String> ended =
        now.ended().entrySet().stream()
            .filter(end -> !end.getValue().equals(was.ended().get(end.getKey())))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    named(What.CODES_ENDED, ledger, now, ended, now.codes(), new TreeMap<>(now.ended()));
  }

  private void states(Ledger was, Ledger now) {
    SequencedMap<String, Lifecycle.State> before = states(was);
    SequencedMap<String, Lifecycle.State> after = states(now);
    List<String> gone = missing(before, after);
    if (!gone.isEmpty()) {
      add(What.STATES_GONE, now.code(), null, now.title(), gone, stateTitles(before, gone), "");
    }
    List<String> fresh = missing(after, before);
    if (!fresh.isEmpty()) {
      add(What.STATES_NEW, now.code(), null, now.title(), fresh, "", stateTitles(after, fresh));
    }
  }

  private static SequencedMap<String, Lifecycle.State> states(Ledger ledger) {
    Lifecycle lifecycle = ledger.lifecycle();
    return lifecycle == null ? new java.util.LinkedHashMap<>() : lifecycle.states();
  }

  private static String stateTitles(Map<String, Lifecycle.State> states, List<String> names) {
    return String.join(
        "、", names.stream().map(name -> Objects.requireNonNull(states.get(name)).title()).toList());
  }

  private static List<String> missing(Map<String, ?> from, Map<String, ?> in) {
    return from.keySet().stream().filter(key -> !in.containsKey(key)).toList();
  }

  private void indicators(Pack before, Pack after) {
    after
        .indicators()
        .forEach((code, now) -> {
          Indicator was = before.indicators().get(code);
          if (was == null) {
            add(What.INDICATOR_NEW, code, null, now.title(), List.of(), "", now.unit());
          } else {
            indicator(was, now);
          }
        });
    before
        .indicators()
        .forEach((code, was) -> {
          if (!after.indicators().containsKey(code)) {
            add(What.INDICATOR_GONE, code, null, was.title(), List.of(), was.unit(), "");
          }
        });
  }

  private void indicator(Indicator was, Indicator now) {
    if (!was.unit().equals(now.unit())) {
      add(What.INDICATOR_UNIT, now.code(), null, now.title(), List.of(), was.unit(), now.unit());
    }
    if (was.kind() != now.kind()) {
      add(
          What.INDICATOR_KIND,
          now.code(),
          null,
          now.title(),
          List.of(),
          was.kind().title(),
          now.kind().title());
    }
    if (!Objects.equals(was.formula(), now.formula())) {
      add(What.FORMULA, now.code(), null, now.title(), List.of(), "", "");
    }
  }

  private void told(
      What what, Ledger ledger, Field field, @Nullable String was, @Nullable String now) {
    if (!Objects.equals(was, now)) {
      add(what, ledger, field, List.of(), was == null ? "" : was, now == null ? "" : now);
    }
  }

  private void named(
      What what,
      Ledger ledger,
      Field field,
      List<String> keys,
      Map<String, String> was,
      Map<String, ?> now) {
    if (!keys.isEmpty()) {
      add(what, ledger, field, keys, texts(keys, was), texts(keys, now));
    }
  }

  private static String texts(List<String> keys, Map<String, ?> texts) {
    return String.join(
        "、",
        keys.stream()
            .filter(texts::containsKey)
            .map(key -> String.valueOf(texts.get(key)))
            .toList());
  }

  private void whole(What what, Ledger ledger, Object was, Object now) {
    if (!was.equals(now)) {
      add(what, ledger.code(), null, ledger.title(), List.of(), "", "");
    }
  }

  private void add(
      What what, Ledger ledger, Field field, List<String> keys, String was, String now) {
    String title = ledger.title() + " · " + field.title();
    add(what, ledger.code(), field.name(), title, keys, was, now);
  }

  private void add(
      What what,
      String code,
      @Nullable String field,
      String title,
      List<String> keys,
      String was,
      String now) {
    changes.add(new PackChange(what, code, field, title, keys, was, now));
  }
}
