package taizhang.server.demo;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.period.Period;
import tools.jackson.databind.JsonNode;

/**
 * What bureaus hand down and what targets are set, from {@code stated.yaml}. Where bulletins are
 * asked for, the cumulative value of each month before the last is stated too, as it comes in.
 */
final class StatedValues {

  private static final int DAY_STATED = 12;

  private final DemoTown town;
  private final JsonNode yaml;

  StatedValues(DemoTown town, Path file) {
    this.town = town;
    this.yaml = Yaml.read(file);
  }

  List<Stage> stages() {
    return List.of(
        new Stage(town.clerk("dangzheng"), targets()), new Stage(town.clerk("tongji"), stated()));
  }

  private List<Draft> targets() {
    List<Draft> drafts = new ArrayList<>();
    for (JsonNode node : yaml.path("targets")) {
      Period period = Period.parse(Yaml.text(node, "period"));
      Map<String, Content> fields = new TreeMap<>();
      for (String field : List.of("indicator", "period", "value", "comparator", "source")) {
        fields.put(field, Content.of(Yaml.text(node, field)));
      }
      fields.put("status", Content.of("target"));
      LocalDate set =
          period.from().isAfter(town.booksFrom())
              ? YearMonth.from(period.from()).minusMonths(1).atDay(DAY_STATED)
              : town.booksFrom();
      drafts.add(draft("system.target", drafts.size(), set, fields));
    }
    return drafts;
  }

  private List<Draft> stated() {
    List<Draft> drafts = new ArrayList<>();
    for (JsonNode node : yaml.path("stated")) {
      Period period = Period.parse(Yaml.text(node, "period"));
      bulletins(node, period, drafts);
      String value = Yaml.text(node, "value");
      add(node, period, value, Yaml.text(node, "status", "actual"), drafts);
    }
    return drafts;
  }

  private void bulletins(JsonNode node, Period period, List<Draft> drafts) {
    String rhythm = Yaml.optional(node, "bulletins");
    if (rhythm == null) {
      return;
    }
    BigDecimal step = new BigDecimal(Yaml.text(node, "step", "1"));
    BigDecimal total = new BigDecimal(Yaml.text(node, "value"));
    List<YearMonth> months = Rhythm.months(period);
    Rhythm seasons = Rhythm.of(rhythm);
    Dice dice = Dice.of(town.code(), "bulletins", Yaml.text(node, "indicator"));
    double[] weights =
        months.stream().mapToDouble(m -> seasons.weight(m) * dice.factor(0.15)).toArray();
    BigDecimal[] parts =
        Shares.amounts(new Recipe.Split(total, step, BigDecimal.ZERO, null, 0, null), weights);
    BigDecimal sum = parts[0];
    for (int m = 1; m < parts.length - 1; m++) {
      sum = sum.add(parts[m]);
      Period through = new Period(period.from(), months.get(m).atEndOfMonth());
      add(node, through, sum.toPlainString(), "bulletin", drafts);
    }
  }

  private void add(JsonNode node, Period period, String value, String status, List<Draft> drafts) {
    Map<String, Content> fields = new TreeMap<>();
    fields.put("indicator", Content.of(Yaml.text(node, "indicator")));
    fields.put("period", Content.of(period.toString()));
    fields.put("value", Content.of(value));
    fields.put("status", Content.of(status));
    fields.put("authority", Content.of(Yaml.text(node, "authority")));
    @Nullable String comparator = Yaml.optional(node, "comparator");
    if (comparator != null) {
      fields.put("comparator", Content.of(comparator));
    }
    LocalDate on =
        status.equals("estimate")
            ? period.to().minusDays(3)
            : YearMonth.from(period.to()).plusMonths(1).atDay(DAY_STATED);
    fields.put("stated_on", Content.of(on));
    drafts.add(draft("system.stated", drafts.size(), on, fields));
  }

  private Draft draft(String ledger, int n, LocalDate on, Map<String, Content> fields) {
    return Foundation.opening(ledger, n, town.town().code(), on, fields);
  }
}
