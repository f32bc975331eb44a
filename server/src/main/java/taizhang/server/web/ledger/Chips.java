package taizhang.server.web.ledger;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.browse.Filter;
import taizhang.server.browse.Selection;
import taizhang.server.web.FieldText;

/** What an address asks for, as a selection and as the chips that say so and can be taken off. */
public final class Chips {

  /**
   * A filter that is set.
   *
   * @param text what it says
   * @param href the page without it
   */
  public record Chip(String text, String href) {}

  /** How time limits stand, in words. */
  public static final SequencedMap<Filter.Light, String> LIGHTS = lights();

  private final Ledger ledger;
  private final AreaTree areas;
  private final TableAddress address;
  private final List<Filter> filters = new ArrayList<>();
  private final List<Chip> chips = new ArrayList<>();

  Chips(Ledger ledger, AreaTree areas, TableAddress address) {
    this.ledger = ledger;
    this.areas = areas;
    this.address = address;
    read();
  }

  private static SequencedMap<Filter.Light, String> lights() {
    SequencedMap<Filter.Light, String> lights = new LinkedHashMap<>();
    lights.put(Filter.Light.LATE, "已逾期");
    lights.put(Filter.Light.NEAR, "临近到期");
    lights.put(Filter.Light.RUNNING, "未到期");
    return Collections.unmodifiableSequencedMap(lights);
  }

  Selection selection() {
    return new Selection(
        ledger.code(), filters, address.value("q"), !address.value("void").isEmpty());
  }

  List<Chip> chips() {
    return List.copyOf(chips);
  }

  private void read() {
    if (!address.value("q").isEmpty()) {
      add(null, "查找：" + address.value("q"), address.with("q", ""));
    }
    String area = address.value("area");
    if (!area.isEmpty()) {
      Area found = areas.find(area);
      String name = found == null ? area : found.name();
      add(new Filter.Within(area), "区域：" + name, address.with("area", ""));
    }
    List<String> states = address.values("state");
    if (!states.isEmpty()) {
      String titles =
          String.join("、", states.stream().map(s -> FieldText.state(ledger, s)).toList());
      add(new Filter.InState(states), "状态：" + titles, address.with("state", ""));
    }
    List<Filter.Light> lights =
        LIGHTS.keySet().stream().filter(light -> address.has("due", light.name())).toList();
    if (!lights.isEmpty()) {
      String titles = String.join("、", lights.stream().map(LIGHTS::get).toList());
      add(new Filter.Due(lights), "时限：" + titles, address.with("due", ""));
    }
    ledger.fields().values().stream()
        .filter(f -> !f.classification().sealed())
        .forEach(this::field);
    if (!address.value("pending").isEmpty()) {
      add(new Filter.Pending(), "只看待审", address.with("pending", ""));
    }
    if (!address.value("void").isEmpty()) {
      add(null, "只看作废", address.with("void", ""));
    }
  }

  private void add(@Nullable Filter filter, String text, TableAddress off) {
    if (filter != null) {
      filters.add(filter);
    }
    chips.add(new Chip(text, off.href()));
  }

  private void field(Field field) {
    String name = TableAddress.FIELD + field.name();
    List<String> values = address.values(name);
    if (!values.isEmpty()) {
      TableAddress off = address.with(name, "");
      if (TableForm.oneOf(field)) {
        String titles =
            String.join("、", values.stream().map(v -> TableForm.title(field, v)).toList());
        add(new Filter.OneOf(field.name(), values), field.title() + "：" + titles, off);
      } else {
        String text = values.getFirst();
        add(new Filter.Contains(field.name(), text), field.title() + "含“" + text + "”", off);
      }
    }
    String from = address.value(name + TableAddress.FROM);
    String to = address.value(name + TableAddress.TO);
    if (!from.isEmpty() || !to.isEmpty()) {
      TableAddress off =
          address.with(name + TableAddress.FROM, "").with(name + TableAddress.TO, "");
      add(range(field, from, to), said(field, from, to), off);
    }
    if (!address.value(name + TableAddress.NONE).isEmpty()) {
      TableAddress off = address.with(name + TableAddress.NONE, "");
      add(new Filter.Absent(field.name()), field.title() + "未填", off);
    }
  }

  private static String said(Field field, String from, String to) {
    String unit = field.unit() == null ? "" : field.unit();
    if (from.isEmpty()) {
      return field.title() + " ≤ " + to + unit;
    }
    return to.isEmpty()
        ? field.title() + " ≥ " + from + unit
        : field.title() + " " + from + " 至 " + to + unit;
  }

  private static Filter range(Field field, String from, String to) {
    return TableForm.day(field)
        ? new Filter.Days(field.name(), day(field, from), day(field, to))
        : new Filter.Numbers(field.name(), number(field, from), number(field, to));
  }

  private static @Nullable LocalDate day(Field field, String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.of(ProblemCode.WRONG_TYPE, field.title(), "日期，如 2026-01-31", text);
    }
  }

  private static @Nullable BigDecimal number(Field field, String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("-?\\d{1,20}(\\.\\d{1,10})?")) {
      throw Refusal.of(ProblemCode.WRONG_TYPE, field.title(), "数字", text);
    }
    return new BigDecimal(text);
  }
}
