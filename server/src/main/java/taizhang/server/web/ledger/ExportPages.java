package taizhang.server.web.ledger;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.server.access.Traces;
import taizhang.server.browse.Browse;
import taizhang.server.demo.DemoMark;
import taizhang.server.exchange.Exports;
import taizhang.server.ledger.Rules;
import taizhang.server.town.Town;

/** Taking a ledger's records away as a file: those that the page shows, and it is written down. */
@Controller
class ExportPages {

  private final Rules rules;
  private final Browse browse;
  private final Exports exports;
  private final Traces traces;
  private final DemoMark demo;
  private final LongWorks works;

  ExportPages(
      Rules rules, Browse browse, Exports exports, Traces traces, DemoMark demo, LongWorks works) {
    this.rules = rules;
    this.browse = browse;
    this.exports = exports;
    this.traces = traces;
    this.demo = demo;
    this.works = works;
  }

  @PostMapping("/{town}/ledgers/{ledger}/export")
  String export(
      @PathVariable String ledger,
      @RequestParam(defaultValue = "xlsx") String kind,
      Town town,
      Clearance who,
      HttpServletRequest request) {
    TablePages.Asked asked = TablePages.ask(rules.of(town), who, ledger, request.getParameterMap());
    String address = request.getRemoteAddr();
    String name = asked.ledger().title() + (kind.equals("csv") ? ".csv" : ".xlsx");
    LongWork work =
        works.start(
            who,
            "导出“" + asked.ledger().title() + "”",
            asked.address().href(),
            begun -> {
              Path file = write(town, asked, kind, begun);
              String detail = begun.done() + " 条，" + name;
              String subject = ledger + "?" + asked.address().query();
              traces.leave(town, who.login(), "export", subject, detail, address);
              return LongWork.Ended.with(file, name);
            });
    return WorkPages.after(town.code(), work);
  }

  private Path write(Town town, TablePages.Asked asked, String kind, LongWork work) {
    try {
      Path file = Files.createTempFile("taizhang-", "." + (kind.equals("csv") ? "csv" : "xlsx"));
      long total = browse.totals(asked.who(), asked.selection()).count();
      try {
        exports.write(
            asked.who(),
            asked.selection(),
            file,
            kind.equals("csv") ? Exports.Kind.CSV : Exports.Kind.XLSX,
            StandardCharsets.UTF_8,
            demo.on(town.code()) ? "演示数据" : "",
            done -> work.at(done, total));
      } catch (RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
