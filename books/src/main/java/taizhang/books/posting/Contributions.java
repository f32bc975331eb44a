package taizhang.books.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.History;
import taizhang.books.entry.Image;
import taizhang.books.entry.Version;
import taizhang.books.pack.PostingRule;
import taizhang.books.period.Period;

/**
 * What a record adds up to: a pure function of its effective history and its ledger's rules.
 * Everything the books post is a difference of two results of this function.
 */
public final class Contributions {

  private final Map<Cell, BigDecimal> cells = new LinkedHashMap<>();

  private Contributions() {}

  /** The contributions of a history; cells without an amount are left out, except stated zeros. */
  public static Map<Cell, BigDecimal> of(History history, List<PostingRule> rules) {
    Contributions sum = new Contributions();
    if (!history.isEmpty()) {
      for (PostingRule rule : rules) {
        sum.add(history, rule);
      }
    }
    sum.cells.entrySet().removeIf(e -> !e.getKey().stated() && e.getValue().signum() == 0);
    return sum.cells;
  }

  private void add(History history, PostingRule rule) {
    switch (rule.kind()) {
      case FLOW, DISTINCT -> {
        if (rule.onEnter() == null) {
          latestState(history, rule);
        } else {
          transitions(history, rule, rule.onEnter());
        }
      }
      case STOCK -> steps(history, rule);
      case STATED -> stated(history.latest(), rule);
      case COMPUTED ->
          throw new IllegalStateException("nothing posts to the computed indicator " + rule.to());
    }
  }

  private void transitions(History history, PostingRule rule, String state) {
    for (Version version : history.versions()) {
      if (version.entered() && version.state().equals(state) && holds(rule, version)) {
        put(rule, version, version.area(), version.on(), amount(rule, version.image()));
      }
    }
  }

  /** The latest state counts, on its business day, where the record was on that day. */
  private void latestState(History history, PostingRule rule) {
    Version latest = history.latest();
    LocalDate day = rule.day(latest.image());
    if (day == null || !holds(rule, latest)) {
      return;
    }
    put(rule, latest, history.at(day).area(), day, amount(rule, latest.image()));
  }

  /**
   * A step function of time: each version counts from its day, or its own later date, until the
   * next version's day.
   */
  private void steps(History history, PostingRule rule) {
    List<Version> versions = history.versions();
    for (int n = 0; n < versions.size(); n++) {
      Version version = versions.get(n);
      LocalDate end = n + 1 < versions.size() ? versions.get(n + 1).on() : null;
      LocalDate start = start(rule, version);
      if (start == null || (end != null && !start.isBefore(end)) || !holds(rule, version)) {
        continue;
      }
      BigDecimal amount = amount(rule, version.image());
      put(rule, version, version.area(), start, amount);
      if (end != null) {
        put(rule, version, version.area(), end, amount.negate());
      }
    }
  }

  private static @Nullable LocalDate start(PostingRule rule, Version version) {
    if (rule.on() == null) {
      return version.on();
    }
    LocalDate own = rule.day(version.image());
    return own == null || own.isAfter(version.on()) ? own : version.on();
  }

  private void stated(Version latest, PostingRule rule) {
    Period span = rule.period() == null ? null : latest.image().period(rule.period());
    if (span == null || latest.area() == null || !holds(rule, latest)) {
      return;
    }
    String comparator = rule.comparator() == null ? "" : latest.image().text(rule.comparator());
    String status = rule.status() == null ? "" : latest.image().text(rule.status());
    Cell cell =
        new Cell(
            rule.destination(latest.image()),
            latest.area(),
            span.from(),
            span.to(),
            "",
            new Said(comparator, status).key());
    cells.put(cell, amount(rule, latest.image()));
  }

  private static boolean holds(PostingRule rule, Version version) {
    return rule.when().holds(version.image(), version.state());
  }

  private static BigDecimal amount(PostingRule rule, Image image) {
    return rule.amount().of(image);
  }

  private void put(
      PostingRule rule, Version version, @Nullable String area, LocalDate day, BigDecimal amount) {
    if (area == null) {
      return;
    }
    Image image = version.image();
    String key = rule.key() == null ? "" : image.text(rule.key());
    String indicator = rule.destination(image);
    cells.merge(new Cell(indicator, area, null, day, "", key), amount, BigDecimal::add);
    rule.slices()
        .forEach((name, field) -> {
          String slice = name + "=" + image.text(field);
          cells.merge(new Cell(indicator, area, null, day, slice, key), amount, BigDecimal::add);
        });
  }
}
