package taizhang.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.books.area.Area;
import taizhang.books.entry.Entry;
import taizhang.books.entry.Value;
import taizhang.books.figure.Figure;
import taizhang.books.pack.Field;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.Ledger;
import taizhang.books.wording.Wording;
import taizhang.server.figure.Extent;
import taizhang.server.figure.Source;
import taizhang.server.ledger.RecordRow;
import taizhang.server.report.ReportYear;
import taizhang.server.report.VersionHead;

/** What the API answers with. Numbers are decimal strings: no client rounds them by accident. */
final class Answers {

  private Answers() {}

  record TownAnswer(String code, String name) {}

  record AreaAnswer(
      String code,
      String name,
      String level,
      @Nullable String parent,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable String successor) {
    static AreaAnswer of(Area area) {
      return new AreaAnswer(
          area.code(),
          area.name(),
          area.level(),
          area.parent(),
          area.validFrom(),
          area.validTo(),
          area.successor());
    }
  }

  record FieldAnswer(
      String name,
      String title,
      String type,
      boolean required,
      @Nullable String unit,
      Map<String, String> codes,
      boolean sealed) {
    static FieldAnswer of(Field field) {
      return new FieldAnswer(
          field.name(),
          field.title(),
          field.type().code(),
          field.required(),
          field.unit(),
          field.codes(),
          field.classification().sealed());
    }
  }

  record LedgerAnswer(
      String ledger,
      String title,
      String livesAt,
      boolean review,
      List<FieldAnswer> fields,
      List<String> states) {
    static LedgerAnswer of(Ledger ledger) {
      var lifecycle = ledger.lifecycle();
      return new LedgerAnswer(
          ledger.code(),
          ledger.title(),
          ledger.livesAt(),
          ledger.review(),
          ledger.fields().values().stream().map(FieldAnswer::of).toList(),
          lifecycle == null ? List.of() : List.copyOf(lifecycle.states().keySet()));
    }
  }

  /** A record as it stands; sealed fields are left out. */
  record RecordAnswer(
      long id,
      String ledger,
      @Nullable String area,
      String state,
      long version,
      boolean voided,
      @Schema(description = "by name; numbers and dates as text") Map<String, Object> fields) {
    static RecordAnswer of(RecordRow row, Ledger ledger) {
      return new RecordAnswer(
          row.id(),
          row.ledger(),
          row.area(),
          row.state(),
          row.version(),
          row.voided(),
          open(row.image().fields(), ledger));
    }
  }

  record RecordsAnswer(
      List<RecordAnswer> records,
      @Schema(description = "pass as after for the next page; null on the last")
          @Nullable Long next) {}

  record EntryAnswer(
      long seq,
      String kind,
      @Nullable Long ofVersion,
      @Nullable String area,
      @Nullable LocalDate effectiveOn,
      @Nullable String state,
      String by,
      Instant at,
      @Nullable String reason,
      Map<String, Object> fields) {
    static EntryAnswer of(Entry entry, Ledger ledger) {
      return new EntryAnswer(
          entry.seq(),
          entry.kind().code(),
          entry.ofVersion(),
          entry.area(),
          entry.effectiveOn(),
          entry.state(),
          entry.by(),
          entry.at(),
          entry.reason(),
          open(entry.patch(), ledger));
    }
  }

  record RecordWithEntries(RecordAnswer record, List<EntryAnswer> entries) {}

  record FigureAnswer(
      String indicator,
      String title,
      String area,
      String period,
      @Schema(description = "decimal string in the base unit; null where there is none")
          @Nullable String value,
      String unit,
      @Schema(description = "as officials write it") String text,
      String comparator,
      String status,
      String kind,
      String authority,
      long seq,
      LocalDate day) {
    static FigureAnswer of(Figure figure, Indicator indicator) {
      return new FigureAnswer(
          figure.indicator(),
          indicator.title(),
          figure.area(),
          figure.period().toString(),
          plain(figure.value()),
          indicator.unit(),
          Wording.write(figure.value(), indicator.unit(), indicator.print()).text(),
          figure.comparator(),
          figure.status(),
          indicator.kind().code(),
          indicator.authority(),
          figure.seq(),
          figure.day());
    }
  }

  record SourceAnswer(
      long seq,
      long record,
      String ledger,
      String kind,
      String indicator,
      String area,
      LocalDate on,
      LocalDate belongs,
      boolean pending,
      String amount,
      String by,
      Instant at,
      @Nullable String reason) {
    static SourceAnswer of(Source source) {
      return new SourceAnswer(
          source.seq(),
          source.record(),
          source.ledger(),
          source.kind(),
          source.indicator(),
          source.area(),
          source.on(),
          source.belongs(),
          source.pending(),
          String.valueOf(plain(source.amount())),
          source.by(),
          source.at(),
          source.reason());
    }
  }

  record LineageAnswer(
      FigureAnswer figure, long postings, long entries, long late, List<SourceAnswer> sources) {
    static LineageAnswer of(FigureAnswer figure, Extent extent, List<Source> sources) {
      return new LineageAnswer(
          figure,
          extent.postings(),
          extent.entries(),
          extent.late(),
          sources.stream().map(SourceAnswer::of).toList());
    }
  }

  /** An entry in the books; {@code again} where an earlier call under the same key had made it. */
  record ReceiptAnswer(long seq, long record, boolean again) {}

  /** What entering would move. */
  record MovementAnswer(String indicator, String area, LocalDate on, String amount, String stage) {}

  record EnteredAnswer(
      @Schema(description = "false for a rehearsal: nothing was kept") boolean kept,
      List<ReceiptAnswer> receipts,
      List<MovementAnswer> moves) {}

  record ReportAnswer(
      int year,
      String title,
      @Schema(description = "of the newest version the caller may read, as the town calls it")
          String state,
      @Schema(description = "true where everybody may read a version") boolean published) {
    static ReportAnswer of(ReportYear year, boolean drafts) {
      VersionHead open = year.newestPublished();
      String state = drafts || open == null ? year.state() : year.title(open.state());
      return new ReportAnswer(year.head().year(), year.head().title(), state, open != null);
    }
  }

  record ReportLine(String kind, String text) {}

  record ReportText(int year, String title, long seq, LocalDate day, List<ReportLine> lines) {}

  private static Map<String, Object> open(Map<String, Value> fields, Ledger ledger) {
    Map<String, Object> open = new java.util.TreeMap<>();
    fields.forEach((name, value) -> {
      Field field = ledger.fields().get(name);
      if (field != null && !field.classification().sealed()) {
        open.put(name, plain(value));
      }
    });
    return open;
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.YesNo(boolean yes) -> yes;
      case Value.Listing(List<String> items) -> items;
      default -> value.asText();
    };
  }

  /** A number without exponent and without zeros that say nothing. */
  static @Nullable String plain(@Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
