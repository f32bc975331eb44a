package taizhang.bench.prose;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import taizhang.prose.Options;
import taizhang.prose.Reading;
import taizhang.prose.ReportReader;
import taizhang.prose.claim.Claim;
import taizhang.prose.text.SourceText;

/** What reads the same text: claims alone, everything, and a segmenter that marks quantities. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class Readers {

  /** Length of the text in megabytes of UTF-8. */
  @Param({"1", "10"})
  public int megabytes;

  private SourceText source = new SourceText("bench", "");
  private List<String> lines = List.of();
  private final Segment segment = HanLP.newSegment().enableNumberQuantifierRecognize(true);

  @Setup
  public void text() {
    String text = new ReportText().megabytes(megabytes);
    source = new SourceText("bench", text);
    lines = text.lines().toList();
  }

  @Benchmark
  public List<Claim> claims() {
    return ReportReader.claims(source, Options.NONE);
  }

  @Benchmark
  public Reading everything() {
    return ReportReader.read(source, Options.NONE);
  }

  /** Line by line, which is how it is fastest. */
  @Benchmark
  public long hanlp() {
    return lines.stream().mapToLong(line -> segment.seg(line).size()).sum();
  }
}
