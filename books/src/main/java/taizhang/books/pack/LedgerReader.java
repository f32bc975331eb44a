package taizhang.books.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads ledgers once fields, lifecycles and indicators of all packs are known. */
final class LedgerReader {

  private final Declared declared;
  private final Problems problems;
  private final Map<String, Fields> fields;
  private final Map<String, Lifecycle> lifecycles;
  private final Map<String, Indicator> indicators;

  LedgerReader(Declared declared, Map<String, Indicator> indicators) {
    this.declared = declared;
    this.problems = declared.problems();
    this.fields = Fields.ofAll(declared);
    new DerivationReader(declared, fields).readAll();
    this.lifecycles = LifecycleReader.all(declared);
    this.indicators = indicators;
  }

  Ledger read(String code, Tree.Mapping tree) {
    Fields own = fields.getOrDefault(code, Fields.empty());
    Lifecycle declaredOnce = lifecycle(code, tree);
    ConditionReader conditions = new ConditionReader(own, states(declaredOnce, tree), problems);
    Lifecycle lifecycle = fitted(code, own, declaredOnce, conditions, tree);
    return new Ledger(
        code,
        tree.text("title", ""),
        tree.text("lives_at", ""),
        tree.text("master", "town"),
        tree.text("review", "none").equals("department"),
        opensOn(own, tree),
        key(own, tree),
        own.sound(),
        lifecycle,
        tree.items().containsKey("views") ? tree.texts("views") : List.of("table"),
        checks(conditions, tree),
        post(code, own, lifecycle, conditions, tree),
        new LinkedHashMap<>());
  }

  private @Nullable String opensOn(Fields own, Tree.Mapping tree) {
    String name = tree.text("opens_on");
    if (name != null) {
      Field field = own.find(name, tree.value("opens_on"), problems);
      if (field != null && field.type() != FieldType.DATE) {
        problems.add(
            tree.value("opens_on"), "'" + name + "' is " + field.type().code() + ", not date");
      }
    }
    return name;
  }

  private List<String> key(Fields own, Tree.Mapping tree) {
    tree.scalars("key").forEach(name -> own.find(name.text(), name.place(), problems));
    return tree.texts("key");
  }

  private @Nullable Lifecycle lifecycle(String ledger, Tree.Mapping tree) {
    String name = tree.text("lifecycle");
    if (name == null) {
      onlyWithLifecycle(tree);
      return null;
    }
    String pack = Names.pack(ledger);
    String code = Names.full(pack, name);
    declared.knows(declared.lifecycles(), code, "lifecycle", pack, tree.value("lifecycle"));
    return lifecycles.get(code);
  }

  private @Nullable Lifecycle fitted(
      String ledger,
      Fields own,
      @Nullable Lifecycle lifecycle,
      ConditionReader conditions,
      Tree.Mapping tree) {
    Tree.Mapping written =
        declared.lifecycles().get(Names.full(Names.pack(ledger), tree.text("lifecycle", "")));
    return lifecycle == null || written == null
        ? lifecycle
        : new LifecycleFit(ledger, own, conditions, problems).fit(lifecycle, written);
  }

  private static @Nullable Collection<String> states(
      @Nullable Lifecycle lifecycle, Tree.Mapping tree) {
    if (lifecycle != null) {
      return lifecycle.states().keySet();
    }
    return tree.items().containsKey("lifecycle") ? null : List.of();
  }

  private void onlyWithLifecycle(Tree.Mapping tree) {
    for (Tree.Mapping rule : tree.list("post")) {
      if (rule.items().containsKey("on_enter")) {
        problems.add(rule.at("on_enter"), "this ledger has no lifecycle, so no states to enter");
      }
    }
  }

  private List<Ledger.Check> checks(ConditionReader conditions, Tree.Mapping tree) {
    List<Ledger.Check> checks = new ArrayList<>();
    for (Tree.Mapping rule : tree.list("rules")) {
      checks.add(new Ledger.Check(conditions.read(rule, "check"), rule.text("say", "")));
    }
    return checks;
  }

  private List<PostingRule> post(
      String code,
      Fields own,
      @Nullable Lifecycle lifecycle,
      ConditionReader conditions,
      Tree.Mapping tree) {
    PostingReader reader =
        new PostingReader(Names.pack(code), own, lifecycle, conditions, indicators, declared);
    List<PostingRule> rules = new ArrayList<>();
    for (Tree.Mapping rule : tree.list("post")) {
      PostingRule read = reader.read(rule);
      if (read != null) {
        rules.add(read);
      }
    }
    return rules;
  }
}
