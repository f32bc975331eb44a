package taizhang.books.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every function of a township's work is served by something of a pack that is specific to it. */
class CoverageTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final String HOW =
      "write it anew: ./mvnw -q -pl books test -Dtest=CoverageTest -Dtaizhang.docs=write";

  private final Coverage coverage;

  CoverageTest() throws IOException {
    String functions = Files.readString(DOCS.resolve("functions.csv"));
    coverage = Coverage.of(Packs.read(Path.of("..", "packs")), functions);
  }

  @Test
  void everyFunctionIsServed() {
    assertThat(coverage.functions()).hasSize(184);
    assertThat(coverage.unserved()).isEmpty();
  }

  @Test
  void everyFunctionHasAThingOfItsOwn() {
    assertThat(coverage.withoutOwnThing()).isEmpty();
  }

  @Test
  void whatPacksSayTheyServeIsAFunction() {
    assertThat(coverage.unknown()).isEmpty();
  }

  @Test
  void theListIsCurrent() throws IOException {
    Path file = DOCS.resolve("coverage.csv");
    if ("write".equals(System.getProperty("taizhang.docs"))) {
      Files.writeString(file, coverage.csv());
    }
    assertThat(file).as(HOW).isRegularFile().content().as(HOW).isEqualTo(coverage.csv());
  }

  @Test
  void aFunctionSharedAltogetherIsTold() {
    String serves =
        """
        serves:
          - {row: 1, by: [ledger grant, state steps.done]}
          - {row: 2, by: [ledger grant]}
          - {row: 9, by: [code grant.kind.low, view grant.table], limit: "只列合计,不列名单"}
        """;
    Coverage small =
        Coverage.of(
            Yaml.read(Yaml.GOOD + serves),
            "row,family,term,function\n1,甲,一,数一\n2,甲,二,数二\n3,乙,三,数三\n");

    assertThat(small.withoutOwnThing()).containsExactly(2);
    assertThat(small.unserved()).containsExactly(3);
    assertThat(small.unknown()).containsExactly(9);
    assertThat(small.csv())
        .isEqualTo(
            """
            row,term,pack,kind,code,title,limit
            1,一,aid,ledger,aid.grant,救助发放,
            1,一,aid,state,aid.steps.done,办结,
            2,二,aid,ledger,aid.grant,救助发放,
            3,三,,,,,
            """);
  }
}
