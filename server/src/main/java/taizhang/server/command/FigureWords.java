package taizhang.server.command;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import taizhang.books.figure.Figure;
import taizhang.books.pack.Indicator;
import taizhang.server.figure.Extent;
import taizhang.server.figure.Source;
import taizhang.server.ledger.Entries;

/** A figure and what is behind it, in words. */
final class FigureWords {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Entries.ZONE);

  private final Console console;

  FigureWords(Console console) {
    this.console = console;
  }

  void say(Figure figure, Indicator indicator, Extent extent, @Nullable List<Source> sources) {
    String exact = FigureJson.plain(figure.value());
    console.say(
        "figure.is",
        indicator.title(),
        figure.period(),
        FigureJson.text(figure, indicator),
        exact == null ? "—" : exact + " " + indicator.unit());
    console.say("figure.point", figure.indicator(), figure.area(), figure.seq(), figure.day());
    console.say("figure.behind", extent.postings(), extent.entries());
    if (extent.late() > 0) {
      console.say("figure.late", extent.late());
    }
    if (sources != null) {
      sources.forEach(source -> console.print(line(source, indicator.unit())));
      if (extent.postings() > sources.size()) {
        console.say("figure.more", extent.postings() - sources.size());
      }
    }
  }

  /** One posting with its entry. */
  String line(Source source, String unit) {
    String amount = FigureJson.plain(source.amount());
    String signed = source.amount().signum() > 0 ? "+" + amount : String.valueOf(amount);
    String reason = source.reason() == null ? "" : "（" + source.reason() + "）";
    String words =
        console
            .messages()
            .text(
                "figure.source",
                source.seq(),
                MINUTE.format(source.at()),
                source.by(),
                console.messages().text("kind." + source.kind()),
                source.ledger(),
                source.record(),
                source.area(),
                source.on(),
                signed,
                unit);
    String belongs =
        source.belongs().equals(source.on())
            ? ""
            : console.messages().text("figure.belongs", source.belongs());
    String pending = source.pending() ? console.messages().text("figure.pending") : "";
    return words + belongs + pending + reason;
  }
}
