package taizhang.server.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taizhang.books.figure.Point;
import taizhang.books.refusal.Refusal;
import taizhang.server.ledger.Author;
import taizhang.server.report.Composition;
import taizhang.server.report.OutlineReader;
import taizhang.server.report.Pinned;
import taizhang.server.report.Reports;
import taizhang.server.report.Versions;
import taizhang.server.web.SampleTown;
import taizhang.server.web.Site;
import taizhang.server.web.signin.SessionCookie;

/**
 * A circulated version stands still while the books go on; what changed is listed and taken over.
 */
class ReportVersionTest {

  private static Site site;

  @BeforeAll
  static void open() {
    site = Site.open();
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void standsStillListsWhatChangedAndTakesOneNumberOver() {
    Versions versions = site.get(Versions.class);
    Pinned first = versions.find(SampleTown.TOWN, 2023, 1);
    assertThat(versions.paper(first).numbers().get(2).text()).isEqualTo("48.1公里");
    assertThat(versions.differences(first))
        .containsExactly(new Pinned.Difference(3, "“四好农村路”", "48.1公里", "48.4公里", 1));
    Pinned refreshed = versions.refresh(first, 3, Author.operator("xiezuo"));
    assertThat(refreshed.printed().get(2).text()).isEqualTo("48.4公里");
    assertThat(refreshed.printed().get(0)).isEqualTo(first.printed().get(0));
    assertThat(versions.differences(refreshed)).isEmpty();
    assertThat(versions.circulate(SampleTown.TOWN, 2023, Author.operator("xiezuo")).number())
        .isEqualTo(2);
  }

  @Test
  void refusesADraftThatCitesWhatIsNotDeclared() {
    Reports reports = site.get(Reports.class);
    String text = reports.outline(SampleTown.TOWN, 2023).text();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() ->
            reports.save(
                OutlineReader.read("r", text.replace("works.trees", "works.tree")),
                Author.operator("x")))
        .withMessageContaining("r:18");
  }

  @Test
  void servesTheSamePaperAsAFile() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = get("/liuzhuang/reports/2023.docx");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment", ".docx");
    Composition report = site.get(Reports.class).compose(SampleTown.TOWN, 2023, Point.NOW);
    try (XWPFDocument doc = new XWPFDocument(new ByteArrayInputStream(answer.body()));
        XWPFWordExtractor text = new XWPFWordExtractor(doc)) {
      for (Composition.Line line : report.lines()) {
        assertThat(text.getText()).contains(line.text());
      }
      assertThat(text.getText()).contains("演示数据");
    }
  }

  @Test
  void saysInPlainWordsWhatIsNotThere() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = get("/liuzhuang/reports/1999");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("没有找到", "1999年政府工作报告");
    assertThat(get("/liuzhuang/records/999999").statusCode()).isEqualTo(404);
    assertThat(get("/no/such/page").statusCode()).isEqualTo(404);
    assertThat(get("/liuzhuang/figures/works.roads?period=x").statusCode()).isEqualTo(400);
    assertThat(get("/liuzhuang/reports/2023?figure=99").statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'");
  }

  private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(site.url(path)))
              .header("Cookie", SessionCookie.NAME + "=" + site.signedIn("office").value)
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }
}
