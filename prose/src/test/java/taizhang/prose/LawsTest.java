package taizhang.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import taizhang.prose.claim.Claim;
import taizhang.prose.commitment.Commitment;
import taizhang.prose.finding.Finding;
import taizhang.prose.text.Line;
import taizhang.prose.text.SourceText;

/**
 * Laws that hold for every text, tried on texts from a seeded generator: pieces of prose and of
 * noise in any order.
 */
class LawsTest {

  private static final String[] PIECES =
      ("2021年|完成|增长|8.5%|6200万元|，|。|、|其中|分别|和|由|增加到|12家|“|”|（|）|《|》|"
              + "一、工作回顾\n|二、2022年工作安排\n|政府工作报告\n|各位代表：\n|1-10月|截至11月底|近5万余份|"
              + "翻一番|无一人|百分之|三分之一|第3位|居全省|xx年|××镇|截止目前|十四五”开局之年|加快推进产业园建设|"
              + "把园区打造成高地|要|3—5亿|亿元|万|千瓦|\r\n|\n| |　|,|;|1,234|5/8|/|元/人|％|多|"
              + "余|个|零|十|百|亿|-|—|7.18|\ud83d|\u0000|a|km|㎡|全市|目前|五年来|占|比重|率|"
              + "达到|下降|同比|20|0|９|．|.")
          .split("[|]");

  private static final String NOISE = "零一二十百千万亿0123456789.,%年月个亿元翻番无第“”（）。，、x/—-";

  @RepeatedTest(150)
  void sliceBackToTheTextAndThrowNothing(RepetitionInfo info) {
    String text = text(new Random(info.getCurrentRepetition()), 300);

    Reading reading = Sentences.read(text);

    List<Line> lines = new SourceText("t", text).lines();
    for (Claim claim : reading.claims()) {
      assertThat(lines.get(claim.line() - 1).text().substring(claim.start(), claim.end()))
          .isEqualTo(claim.text());
    }
    for (Commitment commitment : reading.commitments()) {
      assertThat(
              lines
                  .get(commitment.line() - 1)
                  .text()
                  .substring(commitment.start(), commitment.end()))
          .isEqualTo(commitment.text());
    }
    for (Finding finding : reading.findings()) {
      assertThat(lines.get(finding.line() - 1).text().substring(finding.start(), finding.end()))
          .isEqualTo(finding.text());
    }
  }

  @RepeatedTest(50)
  void throwNothingOnNoise(RepetitionInfo info) {
    Random random = new Random(7000L + info.getCurrentRepetition());
    char[] noise = new char[2000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] =
          (char)
              (random.nextInt(4) == 0
                  ? random.nextInt(0x10000)
                  : NOISE.charAt(random.nextInt(NOISE.length())));
    }

    assertThat(Sentences.read(new String(noise)).claims()).isNotNull();
  }

  @Test
  void readTwoReportsOfOneFileAsEachByItself() {
    String other =
        Sentences.REPORT.replace("2021年", "2018年").replace("2022年", "2019年").replace("6200", "5100")
            + "截止目前，近5万余份。\n";
    int shift = (int) Sentences.REPORT.lines().count();

    Reading both = Sentences.read(Sentences.REPORT + other);

    List<String> apart = new ArrayList<>(told(Sentences.read(Sentences.REPORT), 0));
    apart.addAll(told(Sentences.read(other), shift));
    // that there are two is told of the file, not of either report
    assertThat(told(both, 0))
        .filteredOn(one -> !one.contains("genre.several"))
        .containsExactlyInAnyOrderElementsOf(apart);
  }

  @Test
  void changeNoValueWhenPunctuationIsWidened() {
    String narrow = Sentences.REPORT.replace('，', ',').replace('；', ';').replace('：', ':');

    assertThat(Sentences.read(narrow).claims())
        .extracting(claim ->
            claim.printed() + claim.unit().name() + claim.role() + claim.subject() + claim.period())
        .isEqualTo(
            Sentences.read(Sentences.REPORT).claims().stream()
                .map(claim ->
                    claim.printed()
                        + claim.unit().name()
                        + claim.role()
                        + claim.subject()
                        + claim.period())
                .toList());
  }

  @Test
  void takeTenTimesAsLongForTenTimesTheText() {
    for (String piece :
        new String[] {"新增就业1万人，", "比2015年增长5%、", "1岁", "“(《", "其中8个", "xx年", "由3家"}) {
      long shorter = fastest(piece.repeat(6_000 / piece.length()));
      long longer = fastest(piece.repeat(60_000 / piece.length()));
      assertThat(longer).as(piece).isLessThan(40 * Math.max(shorter, 2_000_000));
    }
  }

  private static long fastest(String text) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = processorTime();
      Sentences.read(text);
      best = Math.min(best, processorTime() - start);
    }
    return best;
  }

  /** The thread's own time, which other work on the machine does not stretch. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<String> told(Reading reading, int shift) {
    List<String> told = new ArrayList<>();
    reading
        .claims()
        .forEach(claim ->
            told.add(
                claim.line()
                    + shift
                    + ":"
                    + claim.start()
                    + claim.printed()
                    + claim.subject()
                    + claim.period()
                    + claim.kind()));
    reading
        .commitments()
        .forEach(promise ->
            told.add(
                promise.line()
                    + shift
                    + ":"
                    + promise.start()
                    + promise.text()
                    + promise.deadline()));
    reading
        .findings()
        .forEach(finding ->
            told.add(
                finding.line()
                    + shift
                    + ":"
                    + finding.start()
                    + finding.rule()
                    + finding.fingerprint()));
    return told;
  }

  private static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
