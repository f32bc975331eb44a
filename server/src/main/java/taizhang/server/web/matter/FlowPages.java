package taizhang.server.web.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import taizhang.books.access.Clearance;
import taizhang.books.matter.WhoText;
import taizhang.books.pack.Clock;
import taizhang.books.pack.Field;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.books.pack.Offset;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.browse.Arrangements;
import taizhang.server.browse.Order;
import taizhang.server.browse.Selection;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;
import taizhang.server.web.Labels;

/** The way a ledger's records go (办理流程), drawn from its declaration. */
@Controller
class FlowPages {

  private static final Map<String, String> COLOURS =
      Map.of("blue", "蓝", "yellow", "黄", "orange", "橙", "red", "红");
  private static final Map<String, String> PAPERS =
      Map.of("assignment", "交办单", "reminder", "催办单", "supervision", "督办通知单");

  private final Rules rules;
  private final Arrangements arrangements;

  FlowPages(Rules rules, Arrangements arrangements) {
    this.rules = rules;
    this.arrangements = arrangements;
  }

  @GetMapping("/{town}/matters/flows/{code}")
  String flow(Town town, Clearance who, @PathVariable String code, Model model) {
    Ledger ledger = rules.of(town).ledger(code);
    Lifecycle lifecycle = ledger.lifecycle();
    if (lifecycle == null) {
      throw Refusal.of(ProblemCode.STATE_NOT_EXPECTED, ledger.title());
    }
    BoardPages.mayRead(who);
    Map<String, Long> counts =
        arrangements.groups(who, Selection.all(code), Order.STATE).stream()
            .collect(Collectors.toMap(group -> group.key(), group -> group.totals().count()));
    String table = "/" + town.code() + "/ledgers/" + code + "?state=";
    model.addAttribute(
        "shown",
        new FlowShown(
            town.code(),
            ledger.title(),
            code,
            FlowDrawing.of(lifecycle, counts, table),
            lifecycle.moves().values().stream().map(move -> move(ledger, lifecycle, move)).toList(),
            lifecycle.clocks().values().stream().map(clock -> clock(lifecycle, clock)).toList()));
    return "matter/flow";
  }

  private static FlowShown.Move move(Ledger ledger, Lifecycle lifecycle, Lifecycle.Move move) {
    List<String> asks = new ArrayList<>();
    if (!move.needs().isEmpty()) {
      asks.add("填写" + move.needs().stream().map(name -> title(ledger, name)).collect(joined()));
    }
    if (!move.takes().isEmpty()) {
      asks.add("可填" + move.takes().stream().map(name -> title(ledger, name)).collect(joined()));
    }
    if (move.reason()) {
      asks.add("写明原因");
    }
    if (!move.otherThan().isEmpty()) {
      asks.add("不得由经手“" + states(lifecycle, move.otherThan()) + "”的人办理");
    }
    if (!move.guard().text().isEmpty()) {
      asks.add(move.say().isEmpty() ? "符合条件" : move.say());
    }
    return new FlowShown.Move(
        move.title(),
        states(lifecycle, move.from()),
        states(lifecycle, List.of(move.to())),
        WhoText.of(move),
        String.join("；", asks));
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining("、");
  }

  private static String title(Ledger ledger, String name) {
    Field field = ledger.fields().get(name);
    return field == null ? name : field.title();
  }

  private static String states(Lifecycle lifecycle, List<String> names) {
    return names.stream()
        .map(name -> {
          Lifecycle.State state = lifecycle.states().get(name);
          return state == null ? name : state.title();
        })
        .collect(joined());
  }

  private static FlowShown.Limit clock(Lifecycle lifecycle, Clock clock) {
    StringBuilder from = new StringBuilder("自“").append(states(lifecycle, clock.starts()));
    from.append("”起，到“").append(states(lifecycle, clock.ends())).append("”止");
    if (!clock.pauses().isEmpty()) {
      from.append("，“").append(states(lifecycle, clock.pauses())).append("”期间暂停");
    }
    Clock.Extension extension = clock.extension();
    if (extension != null) {
      from.append("；到期前可申请延期，由").append(WhoText.of(extension.by())).append("批准");
    }
    return new FlowShown.Limit(
        clock.title(),
        from.toString(),
        clock.limits().stream()
            .map(row -> new FlowShown.Row(row.limit().chinese(), row.source() + since(row.from())))
            .toList(),
        clock.ladder().stream()
            .map(rung -> new FlowShown.Row(when(rung.at()), happens(rung)))
            .toList());
  }

  private static String since(LocalDate from) {
    return from.getYear() < 1949 ? "" : "，自" + Labels.day(from) + "起执行";
  }

  private static String when(Offset at) {
    int amount = Math.abs(at.amount());
    String unit =
        switch (at.unit()) {
          case START -> "";
          case HOURS -> "小时";
          case DAYS -> "日";
          case WORKDAYS -> "个工作日";
        };
    if (at.unit() == Offset.Unit.START) {
      return "开始时";
    }
    return amount == 0 ? "到期" : (at.amount() < 0 ? "到期前" : "逾期") + amount + unit;
  }

  private static String happens(Clock.Rung rung) {
    List<String> parts = new ArrayList<>();
    if (!rung.light().isEmpty()) {
      parts.add("亮" + COLOURS.getOrDefault(rung.light(), rung.light()) + "灯");
    }
    if (!rung.tell().isEmpty()) {
      parts.add("提醒" + WhoText.of(rung.tell()));
    }
    if (!rung.draft().isEmpty()) {
      parts.add("拟" + PAPERS.getOrDefault(rung.draft(), rung.draft()));
    }
    return String.join("，", parts);
  }
}
