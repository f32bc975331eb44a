package taizhang.server.web.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.pack.Field;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.PostingRule;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.TownRules;
import taizhang.server.web.Labels;
import taizhang.server.web.PanelLinks;

/** A figure by its breakdowns (按…分), as far as postings carry them. */
@Component
class Breakdowns {

  private final Figures figures;

  Breakdowns(Figures figures) {
    this.figures = figures;
  }

  List<FigureShown.Slices> of(
      Clearance who, TownRules current, Indicator indicator, FigureQuery query) {
    if (indicator.kind() != IndicatorKind.FLOW && indicator.kind() != IndicatorKind.STOCK) {
      return List.of();
    }
    List<String> names = figures.slices(who, query);
    if (names.isEmpty()) {
      return List.of();
    }
    List<Figure> read =
        figures.readAll(who, names.stream().map(name -> sliced(query, name)).toList());
    BigDecimal greatest = greatest(read);
    Map<String, List<FigureShown.Row>> rows = new LinkedHashMap<>();
    for (int n = 0; n < names.size(); n++) {
      BigDecimal value = read.get(n).value();
      if (value != null && value.signum() != 0) {
        Slice slice = slice(current, indicator, names.get(n));
        rows.computeIfAbsent(slice.by(), k -> new ArrayList<>())
            .add(
                new FigureShown.Row(
                    slice.title(),
                    Labels.number(value),
                    share(value, greatest),
                    PanelLinks.figure(who.town(), sliced(query, names.get(n)))));
      }
    }
    return rows.entrySet().stream()
        .map(e -> new FigureShown.Slices("按" + e.getKey() + "分", e.getValue()))
        .toList();
  }

  /** A part of a breakdown: by which field, and what the field holds there. */
  private record Slice(String by, String title) {}

  private static Slice slice(TownRules current, Indicator indicator, String name) {
    int equals = name.indexOf('=');
    String by = name.substring(0, equals);
    String code = name.substring(equals + 1);
    Field field = field(current, indicator, by);
    String title = field == null ? code : field.codes().getOrDefault(code, code);
    return new Slice(field == null ? by : field.title(), title.isEmpty() ? "未填" : title);
  }

  private static FigureQuery sliced(FigureQuery query, String slice) {
    return new FigureQuery(
        query.indicator(),
        query.area(),
        query.period(),
        query.at(),
        query.pending(),
        query.belongs(),
        slice);
  }

  /** The field a breakdown goes by, null where no ledger declares it any more. */
  private static @Nullable Field field(TownRules current, Indicator indicator, String slice) {
    return current.packs().packs().stream()
        .flatMap(pack -> pack.ledgers().values().stream())
        .flatMap(ledger -> fields(ledger, indicator, slice))
        .findFirst()
        .orElse(null);
  }

  private static Stream<Field> fields(Ledger ledger, Indicator indicator, String slice) {
    return ledger.post().stream()
        .filter((PostingRule rule) -> rule.to().equals(indicator.code()))
        .map(rule -> rule.slices().get(slice))
        .filter(Objects::nonNull)
        .map(name -> ledger.fields().get(name))
        .filter(Objects::nonNull);
  }

  static BigDecimal greatest(List<Figure> figures) {
    return figures.stream()
        .map(f -> f.value() == null ? BigDecimal.ZERO : f.value().abs())
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  static int share(BigDecimal value, BigDecimal greatest) {
    return greatest.signum() == 0
        ? 0
        : value
            .abs()
            .multiply(BigDecimal.valueOf(100))
            .divide(greatest, 0, RoundingMode.CEILING)
            .intValue();
  }
}
