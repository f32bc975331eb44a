package taizhang.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taizhang.prose.claim.Claim;
import taizhang.prose.finding.Finding;
import taizhang.prose.text.SourceText;

/**
 * Whole reports of invented places, annotated by hand before the reader saw them: ⟦the number as
 * written|value|unit|approx|role|kind|period⟧. {@code *} leaves an attribute open, a lone {@code ?}
 * whether the number is a claim at all; a period {@code -} is none.
 */
class ReportsTest {

  private static final Pattern MARK = Pattern.compile("⟦([^|⟧]+)\\|([^⟧]+)⟧");

  /** Sound reports: more than this would be crying wolf. */
  private static final int MOST_FINDINGS = 5;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lake-city",
        "river-province",
        "plain-county",
        "bridge-town",
        "south-city",
        "sun-district",
        "cloud-city",
        "cliff-township"
      })
  void readsEveryClaimAndNothingElse(String name) throws IOException {
    List<String> wanted = new ArrayList<>();
    List<String> read = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    List<List<String[]>> marks = new ArrayList<>();
    for (String line : lines(name)) {
      List<String[]> own = new ArrayList<>();
      text.append(plain(line, own)).append('\n');
      marks.add(own);
    }
    Reading reading = ReportReader.read(new SourceText(name, text.toString()), Options.NONE);

    for (int i = 0; i < marks.size(); i++) {
      for (String[] mark : marks.get(i)) {
        Claim claim = at(reading, i + 1, Integer.parseInt(mark[0]));
        if (mark[2].equals("?")) {
          continue;
        }
        wanted.add((i + 1) + " " + mark[1] + " " + mark[2]);
        read.add(
            (i + 1) + " " + mark[1] + " " + (claim == null ? "not read" : told(claim, mark[2])));
      }
    }
    assertThat(read).isEqualTo(wanted);
    assertThat(reading.claims()).allMatch(claim -> marked(marks.get(claim.line() - 1), claim));
    assertThat(reading.findings())
        .as("findings: %s", reading.findings().stream().map(Finding::rule).toList())
        .hasSizeLessThanOrEqualTo(MOST_FINDINGS);
  }

  private static String plain(String line, List<String[]> marks) {
    StringBuilder plain = new StringBuilder();
    Matcher mark = MARK.matcher(line);
    int from = 0;
    while (mark.find()) {
      plain.append(line, from, mark.start());
      marks.add(new String[] {Integer.toString(plain.length()), mark.group(1), mark.group(2)});
      plain.append(mark.group(1));
      from = mark.end();
    }
    return plain.append(line.substring(from)).toString();
  }

  /** What was read, with the attributes left open that the annotation leaves open. */
  private static String told(Claim claim, String wanted) {
    String[] told = {
      claim.printed(),
      claim.unit().name(),
      claim.approx().label(),
      claim.role().label(),
      claim.kind().label(),
      claim.period().isEmpty() ? "-" : claim.period()
    };
    String[] open = wanted.split("\\|");
    for (int i = 0; i < told.length; i++) {
      told[i] = open[i].equals("*") ? "*" : told[i];
    }
    return String.join("|", told);
  }

  private static @Nullable Claim at(Reading reading, int line, int start) {
    return reading.claims().stream()
        .filter(claim -> claim.line() == line && claim.start() == start)
        .findFirst()
        .orElse(null);
  }

  private static boolean marked(List<String[]> marks, Claim claim) {
    return marks.stream().anyMatch(mark -> Integer.parseInt(mark[0]) == claim.start());
  }

  private static List<String> lines(String name) throws IOException {
    String path = "/taizhang/prose/reports/" + name + ".txt";
    try (InputStream in = ReportsTest.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("no resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
