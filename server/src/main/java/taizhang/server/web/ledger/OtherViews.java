package taizhang.server.web.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import taizhang.books.area.AreaTree;
import taizhang.books.pack.Field;
import taizhang.books.pack.FieldType;
import taizhang.books.pack.Ledger;
import taizhang.server.browse.Arrangements;
import taizhang.server.browse.Browse;
import taizhang.server.browse.Group;
import taizhang.server.browse.Order;
import taizhang.server.browse.Page;
import taizhang.server.ledger.RecordRow;
import taizhang.server.web.FieldText;
import taizhang.server.web.Labels;

/** Draws a ledger's records as board, calendar, timeline or map. */
@Component
class OtherViews {

  private static final int CARDS = 12;
  private static final int MONTHS_OF = 100;
  private static final int LINES = 3;
  private static final int SHADES = 5;

  private final Browse browse;
  private final Arrangements arrangements;
  private final CalendarView calendar;

  OtherViews(Browse browse, Arrangements arrangements, CalendarView calendar) {
    this.browse = browse;
    this.arrangements = arrangements;
    this.calendar = calendar;
  }

  /** The kinds of view a ledger has, as tabs. */
  static List<TableShown.Tab> tabs(TablePages.Asked asked) {
    ViewKind here = ViewKind.of(asked.ledger(), asked.address().value("view"));
    TableAddress bare = asked.address().with("by", "").with("month", "");
    return ViewKind.of(asked.ledger()).stream()
        .map(kind ->
            new TableShown.Tab(
                kind.title(), bare.with("view", kind.code()).href(), kind == here, ""))
        .toList();
  }

  /** What a view other than the table shows. */
  Drawn draw(TablePages.Asked asked, ViewKind kind) {
    return switch (kind) {
      case BOARD -> board(asked);
      case CALENDAR -> calendar.draw(asked);
      case TIMELINE -> timeline(asked);
      case MAP -> map(asked);
      case TABLE -> throw new IllegalArgumentException("the table is drawn by its own template");
    };
  }

  private Drawn board(TablePages.Asked asked) {
    Ledger ledger = asked.ledger();
    List<String> possible = ViewKind.columns(ledger);
    String wanted = asked.address().value("by");
    String by = possible.contains(wanted) ? wanted : possible.getFirst();
    Map<String, Group> groups = new LinkedHashMap<>();
    arrangements.groups(asked.who(), asked.selection(), by).forEach(g -> groups.put(g.key(), g));
    Map<String, List<RecordRow>> leading =
        arrangements.leading(asked.who(), asked.selection(), by, CARDS);
    List<Drawn.Part> parts = new ArrayList<>();
    String param = by.equals(Order.STATE) ? "state" : TableAddress.FIELD + by;
    for (Map.Entry<String, String> column : titles(ledger, by, groups).entrySet()) {
      Group group = groups.get(column.getKey());
      String href = table(asked).with(param, column.getKey()).href();
      parts.add(
          new Drawn.Part(
              column.getValue(),
              group == null ? "" : sum(ledger, group),
              href,
              group == null ? 0 : group.totals().count(),
              0,
              cards(asked, leading.getOrDefault(column.getKey(), List.of())),
              null));
    }
    return new Drawn(by, choices(asked, possible, by), "", "", "", parts);
  }

  /** The columns of a board in the order of the declaration, what else there is behind them. */
  private static Map<String, String> titles(Ledger ledger, String by, Map<String, Group> groups) {
    Map<String, String> titles = new LinkedHashMap<>();
    var lifecycle = ledger.lifecycle();
    Field field = ledger.fields().get(by);
    if (field != null) {
      titles.putAll(field.codes());
    } else if (lifecycle != null) {
      lifecycle.states().forEach((name, state) -> titles.put(name, state.title()));
    }
    groups.keySet().forEach(key -> titles.putIfAbsent(key, key.isEmpty() ? "未填" : key));
    return titles;
  }

  static List<TableShown.Tab> choices(TablePages.Asked asked, List<String> names, String by) {
    return names.stream()
        .map(name -> {
          Field field = asked.ledger().fields().get(name);
          String href = asked.address().with("by", name).href();
          return new TableShown.Tab(
              field == null ? "办理状态" : field.title(), href, name.equals(by), "");
        })
        .toList();
  }

  /** The table of the same selection. */
  static TableAddress table(TablePages.Asked asked) {
    return asked.address().with("view", "").with("by", "").with("month", "");
  }

  static List<Drawn.Card> cards(TablePages.Asked asked, List<RecordRow> rows) {
    TableLines lines = new TableLines(asked.who(), asked.ledger(), asked.rules());
    return rows.stream().map(row -> card(asked, lines, row)).toList();
  }

  private static Drawn.Card card(TablePages.Asked asked, TableLines lines, RecordRow row) {
    List<String> said = new ArrayList<>();
    for (Field field : asked.ledger().fields().values()) {
      String text = lines.text(field, row.image().fields().get(field.name()));
      boolean plain = !field.classification().sealed() && field.type() != FieldType.LONG_TEXT;
      if (plain && !text.isEmpty()) {
        String unit = field.unit() == null ? "" : field.unit();
        said.add(said.isEmpty() ? text : field.title() + " " + text + unit);
      }
    }
    String title = said.isEmpty() ? "第 " + row.id() + " 号记录" : said.removeFirst();
    said.addFirst(TableLines.area(asked.rules().areas(), row.area()));
    String state = FieldText.state(asked.ledger(), row.state());
    if (!state.isEmpty()) {
      said.addFirst(state);
    }
    return new Drawn.Card(
        "/" + asked.who().town() + "/records/" + row.id(),
        title,
        said.stream().limit(LINES).toList());
  }

  private static String sum(Ledger ledger, Group group) {
    return ledger.fields().values().stream()
        .filter(field -> group.totals().sums().containsKey(field.name()))
        .findFirst()
        .map(field ->
            field.title()
                + " "
                + Labels.number(group.totals().sums().getOrDefault(field.name(), BigDecimal.ZERO))
                + (field.unit() == null ? "" : field.unit()))
        .orElse("");
  }

  private Drawn timeline(TablePages.Asked asked) {
    List<String> possible = ViewKind.days(asked.ledger()).stream().map(Field::name).toList();
    String wanted = asked.address().value("by");
    String by = possible.contains(wanted) ? wanted : possible.getFirst();
    Page page =
        browse.page(
            asked.who(),
            asked.selection(),
            new Order(by, true),
            asked.address().cursor(),
            MONTHS_OF);
    return new Drawn(
        by,
        choices(asked, possible, by),
        "",
        page.previous() == null ? "" : asked.address().at(page.previous()).href(),
        page.next() == null ? "" : asked.address().at(page.next()).href(),
        months(asked, by, page.rows()));
  }

  private static List<Drawn.Part> months(
      TablePages.Asked asked, String by, List<RecordRow> sorted) {
    Map<String, List<RecordRow>> months = new LinkedHashMap<>();
    for (RecordRow row : sorted) {
      String day = row.image().text(by);
      String month = day.length() < 7 ? "" : day.substring(0, 7);
      months.computeIfAbsent(month, m -> new ArrayList<>()).add(row);
    }
    List<Drawn.Part> parts = new ArrayList<>();
    months.forEach((month, rows) -> {
      String title = month.isEmpty() ? "日期未填" : month.replace("-", "年") + "月";
      parts.add(new Drawn.Part(title, "", "", rows.size(), 0, cards(asked, rows), null));
    });
    return parts;
  }

  /** Areas side by side, each shaded by how much there is of it; there is no geometry to draw. */
  private Drawn map(TablePages.Asked asked) {
    AreaTree areas = asked.rules().areas();
    String wanted = asked.address().value("area");
    String top = areas.find(wanted) == null ? areas.root().code() : wanted;
    List<Tile> tiles =
        Tile.of(areas, top, arrangements.groups(asked.who(), asked.selection(), Order.AREA));
    long most = tiles.stream().mapToLong(tile -> tile.group().totals().count()).max().orElse(0);
    List<Drawn.Part> parts = tiles.stream().map(tile -> tile(asked, areas, tile, most)).toList();
    return new Drawn("", List.of(), TableLines.area(areas, top), "", "", parts);
  }

  private static Drawn.Part tile(TablePages.Asked asked, AreaTree areas, Tile tile, long most) {
    long count = tile.group().totals().count();
    String code = tile.area();
    @Nullable String below = tile.divisible() ? asked.address().with("area", code).href() : null;
    return new Drawn.Part(
        TableLines.area(areas, code),
        sum(asked.ledger(), tile.group()),
        table(asked).with("area", code).href(),
        count,
        most == 0 ? 0 : (int) ((count * SHADES + most - 1) / most),
        List.of(),
        below);
  }
}
