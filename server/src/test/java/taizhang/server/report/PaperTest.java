package taizhang.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import taizhang.books.figure.Point;

/**
 * The paper opens as a Word document, in the form of GB/T 9704, and is the same bytes each time.
 */
class PaperTest {

  private final Composition report =
      Books.sample().composer().compose(OutlineReader.read("r.yaml", Books.OUTLINE), Point.NOW);

  @Test
  void readsBackWithStylesAndFigures() throws IOException {
    try (XWPFDocument doc = open(Paper.docx(report, true))) {
      List<XWPFParagraph> paragraphs = doc.getParagraphs();
      assertThat(paragraphs)
          .extracting(XWPFParagraph::getStyle)
          .containsExactly(
              "TzTitle",
              "TzSession",
              "TzSession",
              "TzSalutation",
              "TzSalutation",
              "TzBody",
              "TzChapter",
              "TzSection",
              "TzBody",
              "TzBody",
              "TzBody");
      assertThat(paragraphs.get(1).getText()).isEqualTo("（2024年1月在镇人民代表大会会议上）");
      assertThat(paragraphs.get(8).getText()).isEqualTo("2023年，收入4717万元，下降3.2%。");
      assertThat(paragraphs.get(9).getRuns().getFirst().getStyle()).isEqualTo("TzLead");
      assertThat(doc.getProperties().getCoreProperties().getTitle()).isEqualTo("政府工作报告");
      assertThat(doc.getProperties().getCustomProperties().getProperty("账上登记号").getLpwstr())
          .isEqualTo("1200");
    }
  }

  @Test
  void keepsThePageOfTheStandard() throws IOException {
    String xml = part("word/document.xml", true);
    assertThat(xml)
        .contains("w:pgSz w:w=\"11906\" w:h=\"16838\"")
        .contains("w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\"")
        .contains("w:type=\"lines\" w:linePitch=\"579\"");
    assertThat(part("word/styles.xml", true))
        .contains("w:line=\"579\" w:lineRule=\"exact\"", "w:spacing w:val=\"-5\"")
        .contains("仿宋_GB2312", "方正小标宋简体", "楷体_GB2312", "黑体");
    assertThat(part("word/footer-odd.xml", true)).contains("PAGE", "w:jc w:val=\"right\"");
    assertThat(part("word/footer-even.xml", true)).contains("PAGE", "w:jc w:val=\"left\"");
    assertThat(part("word/fontTable.xml", true)).contains("w:altName w:val=\"仿宋,");
  }

  @Test
  void marksTheDemonstrationAndOnlyThat() throws IOException {
    assertThat(part("word/header.xml", true)).contains("演示数据");
    assertThat(part("word/header.xml", false)).doesNotContain("演示数据").doesNotContain("${");
  }

  @Test
  void isTheSameBytesEachTime() {
    assertThat(Paper.docx(report, true)).isEqualTo(Paper.docx(report, true));
  }

  private static XWPFDocument open(byte[] docx) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(docx));
  }

  private String part(String name, boolean demo) throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Paper.docx(report, demo)))) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
        entry = zip.getNextEntry();
      }
    }
    throw new AssertionError("no part " + name);
  }
}
