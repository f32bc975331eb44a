package taizhang.server.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import taizhang.server.audit.Verification;
import taizhang.server.audit.VerificationResult;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code verify}: chain, balances and replay of one town or of all. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {

  @Option(names = "--town", paramLabel = "T")
  private @Nullable String town;

  @Option(names = "--json")
  private boolean json;

  private final Taizhang taizhang;

  VerifyCommand(Taizhang taizhang) {
    this.taizhang = taizhang;
  }

  @Override
  public Integer call() {
    boolean sound = true;
    try (Program program = taizhang.open()) {
      Towns towns = program.get(Towns.class);
      List<Town> all = town == null ? towns.all() : List.of(towns.find(town));
      if (all.isEmpty()) {
        taizhang.console().note("verify.none");
      }
      for (Town one : all) {
        VerificationResult result = program.get(Verification.class).verify(one.code());
        sound &= result.sound();
        if (json) {
          taizhang.console().print(json(result).toString());
        } else {
          say(taizhang.console(), one, result);
        }
      }
    }
    return sound ? Exit.DONE : Exit.ATTEND;
  }

  /** What a verification found, in words. */
  static void say(Console console, Town town, VerificationResult result) {
    console.say(
        result.sound() ? "verify.sound" : "verify.unsound",
        town.name(),
        result.entries(),
        result.records(),
        result.postings(),
        result.balances(),
        Math.round(result.entries() / Math.max(result.seconds(), 0.001)),
        result.hash());
    result
        .findings()
        .forEach(finding ->
            console.say("verify.finding", finding.seq(), finding.check(), finding.what()));
  }

  private static ObjectNode json(VerificationResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("town", result.town()).put("sound", result.sound());
    json.put("entries", result.entries()).put("records", result.records());
    json.put("postings", result.postings()).put("balances", result.balances());
    json.put("hash", result.hash()).put("seconds", result.seconds());
    var findings = json.putArray("findings");
    result
        .findings()
        .forEach(finding ->
            findings
                .addObject()
                .put("check", finding.check())
                .put("seq", finding.seq())
                .put("what", finding.what()));
    return json;
  }
}
