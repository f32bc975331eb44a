package taizhang.server.web.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import taizhang.books.pack.Field;
import taizhang.server.browse.Arrangements;
import taizhang.server.browse.Browse;
import taizhang.server.browse.Filter;
import taizhang.server.browse.Group;
import taizhang.server.browse.Order;
import taizhang.server.browse.Selection;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.Rules;

/** A month of a ledger: each day with what its records say of it. */
@Component
class CalendarView {

  private static final int CARDS = 3;

  private final Browse browse;
  private final Arrangements arrangements;
  private final Rules rules;

  CalendarView(Browse browse, Arrangements arrangements, Rules rules) {
    this.browse = browse;
    this.arrangements = arrangements;
    this.rules = rules;
  }

  Drawn draw(TablePages.Asked asked) {
    List<String> possible = ViewKind.days(asked.ledger()).stream().map(Field::name).toList();
    String wanted = asked.address().value("by");
    String by = possible.contains(wanted) ? wanted : possible.getFirst();
    YearMonth month = month(asked, by);
    Selection within =
        asked.selection().and(new Filter.Days(by, month.atDay(1), month.atEndOfMonth()));
    Map<String, Long> counts = new HashMap<>();
    for (Group group : arrangements.groups(asked.who(), within, by)) {
      counts.put(group.key(), group.totals().count());
    }
    Map<String, List<RecordRow>> leading = arrangements.leading(asked.who(), within, by, CARDS);
    List<Drawn.Part> parts = new ArrayList<>();
    for (LocalDate day = month.atDay(1); YearMonth.from(day).equals(month); day = day.plusDays(1)) {
      String key = day.toString();
      List<RecordRow> rows = leading.getOrDefault(key, List.of());
      parts.add(part(asked, by, day, counts.getOrDefault(key, 0L), rows));
    }
    return new Drawn(
        by,
        OtherViews.choices(asked, possible, by),
        month.getYear() + "年" + month.getMonthValue() + "月",
        asked.address().with("month", month.minusMonths(1).toString()).href(),
        asked.address().with("month", month.plusMonths(1).toString()).href(),
        parts);
  }

  private Drawn.Part part(
      TablePages.Asked asked, String by, LocalDate day, long count, List<RecordRow> rows) {
    return new Drawn.Part(
        Integer.toString(day.getDayOfMonth()),
        day.equals(rules.today()) ? "今天" : "",
        on(asked, by, day.toString()),
        count,
        day.getDayOfWeek().getValue(),
        OtherViews.cards(asked, rows),
        null);
  }

  private static String on(TablePages.Asked asked, String by, String day) {
    String name = TableAddress.FIELD + by;
    return OtherViews.table(asked)
        .with(name + TableAddress.FROM, day)
        .with(name + TableAddress.TO, day)
        .href();
  }

  /** The month asked for; without one, the last in which there is anything. */
  private YearMonth month(TablePages.Asked asked, String by) {
    try {
      return YearMonth.parse(asked.address().value("month"));
    } catch (DateTimeException e) {
      List<RecordRow> newest =
          browse.page(asked.who(), asked.selection(), new Order(by, true), null, 1).rows();
      LocalDate day = newest.isEmpty() ? null : newest.getFirst().image().date(by);
      return YearMonth.from(day == null ? rules.today() : day);
    }
  }
}
