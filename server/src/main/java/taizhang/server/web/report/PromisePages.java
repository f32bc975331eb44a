package taizhang.server.web.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import taizhang.books.access.Clearance;
import taizhang.prose.input.InputRefusedException;
import taizhang.prose.input.ReportFile;
import taizhang.server.reading.OwnReports;
import taizhang.server.report.Composition;

/** What the town's own report promises, read like any other so that tasks can be made of it. */
@Controller
class PromisePages {

  private final PaperDesk desk;
  private final OwnReports reports;

  PromisePages(PaperDesk desk, OwnReports reports) {
    this.desk = desk;
    this.reports = reports;
  }

  /** Gives the report as it reads now to be read; the same text is not kept twice. */
  @PostMapping("/{town}/reports/{year:\\d{4}}/promises")
  String read(Clearance who, @PathVariable int year) throws IOException, InputRefusedException {
    Composition report = desk.shown(who, year, 0).report();
    String text =
        report.lines().stream().map(Composition.Line::text).collect(Collectors.joining("\n"));
    ReportFile file =
        ReportFile.read(
            report.outline().title(),
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    int document = reports.keep(who, year, file);
    return "redirect:/" + who.town() + "/read/" + document + "?tab=commitments";
  }
}
