package taizhang.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outlines written as text again, changed a paragraph at a time, and moved a year on. */
class OutlineEditTest {

  @ParameterizedTest
  @ValueSource(strings = {"liuzhuang", "sungang", "beicai"})
  void whatIsWrittenReadsBackAsTheSameOutline(String town) throws IOException {
    Outline outline = OutlineReader.read(Path.of("../demo", town, "report.yaml"));
    Outline again = OutlineReader.read("again", OutlineWriter.write(outline));
    assertThat(sources(again)).isEqualTo(sources(outline));
    assertThat(again.paragraphs().stream().map(Outline.Paragraph::id))
        .containsExactlyElementsOf(
            outline.paragraphs().stream().map(Outline.Paragraph::id).toList());
    assertThat(again.citations().stream().map(Citation::source))
        .containsExactlyElementsOf(outline.citations().stream().map(Citation::source).toList());
    assertThat(again.period()).isEqualTo(outline.period());
    assertThat(OutlineWriter.write(again)).isEqualTo(OutlineWriter.write(outline));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- 像列表",
        "键: 值",
        "\"引号\" 与 \\ 反斜线",
        "# 不是注释",
        "|",
        "末尾有空格　 ",
        "{{works.a}}，'单引号'",
        "…—“”%"
      })
  void anyTextIsKeptAsTyped(String text) {
    Outline written = OutlineEdit.rewrite(outline(), "o1", "标题：\"一\"", text);
    Outline.Paragraph paragraph = written.paragraphs().getFirst();
    assertThat(paragraph.source()).isEqualTo(text.strip());
    assertThat(paragraph.lead()).isEqualTo("标题：\"一\"");
  }

  @Test
  void marksStayWithTheirParagraphsWhenOthersComeAndGo() {
    Outline more = OutlineEdit.rewrite(outline(), "1-1", "", "甲。\n\n乙。\n接着乙。\n\n\n丙。");
    assertThat(more.paragraphs().stream().map(Outline.Paragraph::id))
        .containsExactly("o1", "1-1", "n1", "n2", "1-2", "z1");
    assertThat(more.paragraphs().get(2).source()).isEqualTo("乙。接着乙。");
    Outline less = OutlineEdit.without(more, "1-1");
    assertThat(less.paragraphs().stream().map(Outline.Paragraph::id))
        .containsExactly("o1", "n1", "n2", "1-2", "z1");
    assertThat(OutlineEdit.rewrite(less, "z1", "", "终。\n\n又终。").paragraphs().getLast().id())
        .isEqualTo("n3");
  }

  @Test
  void aParagraphTakenOutIsPutBackWhereItStood() {
    Outline less = OutlineEdit.without(outline(), "1-2");
    Outline back =
        OutlineEdit.putBack(less, OutlineEdit.paragraph("1-2", "", "二。"), List.of("o1", "1-1"));
    assertThat(back.paragraphs().stream().map(Outline.Paragraph::id))
        .containsExactly("o1", "1-1", "1-2", "z1");
  }

  @Test
  void theYearMovesInPeriodsAndInTheProseButNoOtherYearDoes() {
    Outline next = NextYear.of(outline(), List.of("新建道路10公里。"), unknown -> "");
    assertThat(next.year()).isEqualTo(2024);
    assertThat(next.title()).isEqualTo("某镇2024年政府工作报告");
    assertThat(next.session()).isEqualTo("2025年1月");
    assertThat(next.period()).hasToString("2024-01/2024-10");
    assertThat(sources(next))
        .anySatisfy(s -> assertThat(s).isEqualTo("自2019年以来，2024年完成{{works.a period=2024}}。"))
        .anySatisfy(
            s -> assertThat(s).isEqualTo("年末{{works.b at=2024-10-31 unit=公里}}，2025年再建12处。"));
    assertThat(next.chapters().getFirst().title()).isEqualTo("2024年目标任务落实情况");
    assertThat(next.chapters().getFirst().paragraphs().getFirst().source())
        .isEqualTo("上年提出：“新建道路10公里”。落实情况：");
    assertThat(OutlineEdit.marks(next)).hasSameSizeAs(next.paragraphs());
  }

  @Test
  void textsDifferByWordsAndNumbersAsWholes() {
    assertThat(TextDiff.of("收入4717万元，增长。", "收入4720万元，平稳增长。"))
        .containsExactly(
            new TextDiff.Stretch(TextDiff.Kind.KEPT, "收入"),
            new TextDiff.Stretch(TextDiff.Kind.REMOVED, "4717"),
            new TextDiff.Stretch(TextDiff.Kind.ADDED, "4720"),
            new TextDiff.Stretch(TextDiff.Kind.KEPT, "万元，"),
            new TextDiff.Stretch(TextDiff.Kind.ADDED, "平稳"),
            new TextDiff.Stretch(TextDiff.Kind.KEPT, "增长。"));
  }

  private static List<String> sources(Outline outline) {
    return outline.paragraphs().stream().map(p -> p.lead() + p.source()).toList();
  }

  private static Outline outline() {
    return OutlineReader.read(
        "r",
        """
        title: 某镇2023年政府工作报告
        town: t
        year: 2023
        period: 2023-01/2023-10
        session: 2024年1月
        opening: [起。]
        chapters:
          - title: 一
            paragraphs:
              - 自2019年以来，2023年完成{{works.a period=2023-01/2023-12}}。
              - 年末{{works.b at=2023-10-31 unit=公里}}，2024年再建12处。
        closing: [终。]
        """);
  }
}
