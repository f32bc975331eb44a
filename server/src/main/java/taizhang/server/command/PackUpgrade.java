package taizhang.server.command;

import java.util.List;
import java.util.Locale;
import taizhang.books.access.Clearance;
import taizhang.books.pack.Packs;
import taizhang.books.refusal.Problem;
import taizhang.books.succession.PackChange;
import taizhang.server.ledger.Author;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Towns;
import taizhang.server.upgrade.Filling;
import taizhang.server.upgrade.Misfits;
import taizhang.server.upgrade.Plan;
import taizhang.server.upgrade.Unfit;
import taizhang.server.upgrade.Upgrades;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * New versions of packs on the command line: {@code packs plan}, {@code adopt}, {@code misfits}.
 */
final class PackUpgrade {

  private final Program program;
  private final Console console;
  private final String town;
  private final boolean json;

  PackUpgrade(Program program, Console console, String town, boolean json) {
    this.program = program;
    this.console = console;
    this.town = town;
    this.json = json;
  }

  private Clearance operator() {
    return program.get(Rules.class).of(program.get(Towns.class).find(town)).operator(town);
  }

  /** Says what would change; {@link Exit#ATTEND} where it would be refused. */
  int plan() {
    Upgrades upgrades = program.get(Upgrades.class);
    Plan plan = upgrades.plan(operator(), Author.operator("operator"), upgrades.offered());
    if (json) {
      console.print(json(plan).toString());
    } else {
      say(plan);
    }
    return plan.refusals().isEmpty() ? Exit.DONE : Exit.ATTEND;
  }

  /** Adopts and fills in. */
  int adopt(String by) {
    Upgrades upgrades = program.get(Upgrades.class);
    Packs offered = upgrades.offered();
    Author author = Author.operator(by);
    int adopted = upgrades.adopt(operator(), author, offered);
    Filling.Filled filled;
    try (Ending ending = Ending.of(program, console);
        Progress progress = console.progress("packs.filling", town)) {
      filled =
          program
              .get(Filling.class)
              .fill(
                  town,
                  author,
                  (done, total) -> {
                    progress.at(done, total);
                    ending.here();
                  });
    }
    if (json) {
      ObjectNode answer = JsonNodeFactory.instance.objectNode();
      answer.put("town", town).put("adopted", adopted);
      answer.put("records", filled.records()).put("entries", filled.entries());
      var left = answer.putArray("left");
      filled.left().forEach(left::add);
      console.print(answer.toString());
    } else {
      console.say("packs.adopted", town, adopted, filled.records(), filled.entries());
    }
    return filled.left().isEmpty() ? Exit.DONE : Exit.ATTEND;
  }

  /** Lists what no longer fits; {@link Exit#ATTEND} where something has to be mended. */
  int misfits(int limit) {
    List<Unfit> unfit = program.get(Misfits.class).of(operator(), limit);
    for (Unfit one : unfit) {
      if (!json) {
        console.say(
            "packs.unfit", one.ledger().code(), one.ledger().title(), one.count(), one.kept());
      }
      for (Unfit.Found found : one.first()) {
        if (json) {
          console.print(json(one, found).toString());
        } else {
          found
              .problems()
              .forEach(problem ->
                  console.print(
                      "  " + found.row().id() + "  " + problem.message(console.locale())));
        }
      }
    }
    if (unfit.isEmpty() && !json) {
      console.say("packs.fit", town);
    }
    return unfit.stream().allMatch(one -> one.count() == 0) ? Exit.DONE : Exit.ATTEND;
  }

  private void say(Plan plan) {
    if (plan.offers().isEmpty()) {
      console.say("packs.newest", town);
    }
    for (Plan.Offer offer : plan.offers()) {
      int from = offer.before() == null ? 0 : offer.before().version();
      String name = offer.after().name();
      console.say("packs.offer", name, offer.after().title(), from, offer.after().version());
      for (Plan.Found found : offer.changes()) {
        PackChange change = found.change();
        console.print(
            "  " + change.what().title() + "  " + place(change) + "  " + found.use().count());
      }
    }
    MovedFigures.say(console, plan.moved());
    plan.unfit()
        .forEach(one ->
            console.say(
                "packs.unfit", one.ledger().code(), one.ledger().title(), one.count(), one.kept()));
    plan.refusals().forEach(problem -> console.complain(problem.message(console.locale())));
  }

  private static String place(PackChange change) {
    String arrow = change.was().isEmpty() && change.now().isEmpty() ? "" : "  ";
    String was = change.was().isEmpty() ? "" : change.was();
    String now = change.now().isEmpty() ? "" : " → " + change.now();
    return change.title() + arrow + was + now;
  }

  private ObjectNode json(Plan plan) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("town", town);
    var packs = answer.putArray("packs");
    for (Plan.Offer offer : plan.offers()) {
      ObjectNode pack = packs.addObject().put("pack", offer.after().name());
      pack.put("from", offer.before() == null ? 0 : offer.before().version());
      pack.put("to", offer.after().version());
      var changes = pack.putArray("changes");
      for (Plan.Found found : offer.changes()) {
        PackChange change = found.change();
        ObjectNode one = changes.addObject();
        one.put("change", change.what().name().toLowerCase(Locale.ROOT));
        one.put("code", change.code()).put("field", change.field());
        var keys = one.putArray("keys");
        change.keys().forEach(keys::add);
        one.put("was", change.was()).put("now", change.now()).put("count", found.use().count());
      }
    }
    MovedFigures.put(answer.putArray("figures"), plan.moved());
    var unfit = answer.putArray("misfits");
    plan.unfit()
        .forEach(one ->
            unfit
                .addObject()
                .put("ledger", one.ledger().code())
                .put("count", one.count())
                .put("kept", one.kept()));
    var problems = answer.putArray("problems");
    plan.refusals().forEach(problem -> problems.add(json(problem)));
    return answer;
  }

  private ObjectNode json(Unfit unfit, Unfit.Found found) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("town", town).put("ledger", unfit.ledger().code()).put("record", found.row().id());
    var problems = answer.putArray("problems");
    found.problems().forEach(problem -> problems.add(json(problem)));
    return answer;
  }

  private static ObjectNode json(Problem problem) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("number", problem.code().number())
        .put("code", problem.code().name())
        .put("field", problem.field())
        .put("message", problem.message(Locale.ENGLISH));
  }
}
