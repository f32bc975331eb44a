package taizhang.server.command;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import taizhang.books.figure.Figure;
import taizhang.books.pack.Indicator;
import taizhang.books.wording.Wording;
import taizhang.server.figure.Extent;
import taizhang.server.figure.Source;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A figure as the one JSON object that other programs read. */
final class FigureJson {

  private FigureJson() {}

  static ObjectNode of(
      String town,
      Figure figure,
      Indicator indicator,
      Extent extent,
      @Nullable List<Source> sources) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("indicator", figure.indicator()).put("title", indicator.title());
    json.put("town", town).put("area", figure.area()).put("period", figure.period().toString());
    json.put("value", plain(figure.value())).put("unit", indicator.unit());
    json.put("text", text(figure, indicator));
    json.put("comparator", figure.comparator()).put("status", figure.status());
    json.put("kind", indicator.kind().name().toLowerCase(Locale.ROOT));
    json.put("authority", indicator.authority());
    json.put("seq", figure.seq()).put("day", figure.day().toString());
    json.put("postings", extent.postings()).put("entries", extent.entries());
    json.put("late", extent.late());
    if (sources != null) {
      var list = json.putArray("lineage");
      sources.forEach(source -> list.add(of(source)));
    }
    return json;
  }

  private static ObjectNode of(Source source) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("seq", source.seq()).put("record", source.record());
    json.put("ledger", source.ledger()).put("kind", source.kind());
    json.put("indicator", source.indicator()).put("area", source.area());
    json.put("on", source.on().toString()).put("belongs", source.belongs().toString());
    json.put("pending", source.pending()).put("key", source.key());
    json.put("amount", plain(source.amount()));
    json.put("effective_on", source.effectiveOn() == null ? null : source.effectiveOn().toString());
    json.put("by", source.by()).put("at", source.at().toString()).put("reason", source.reason());
    return json;
  }

  /** A number as a decimal string without exponent and without zeros that say nothing. */
  static @Nullable String plain(@Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  static String text(Figure figure, Indicator indicator) {
    return Wording.write(figure.value(), indicator.unit(), indicator.print()).text();
  }
}
