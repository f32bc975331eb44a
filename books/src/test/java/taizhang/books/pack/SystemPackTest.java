package taizhang.books.pack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;

/** The packs of this repository load, and the system pack declares what the engine rests on. */
class SystemPackTest {

  private final Packs packs = Packs.read(Path.of("..", "packs"));

  @Test
  void theSystemPackComesFirst() {
    assertThat(packs.packs().getFirst().name()).isEqualTo(Packs.SYSTEM);
    assertThat(packs.packs().getFirst().refersTo()).isEmpty();
  }

  @Test
  void itDeclaresEverythingThatFiguresDependOn() {
    assertThat(packs.packs().getFirst().ledgers().sequencedKeySet())
        .containsExactly(
            "system.adoption",
            "system.area",
            "system.closure",
            "system.calendar",
            "system.office_hours",
            "system.department",
            "system.staff",
            "system.target",
            "system.stated");
  }

  @Test
  void aTargetPostsToTheIndicatorItNames() {
    PostingRule rule = requireNonNull(packs.ledger("system.target")).post().getFirst();
    TreeMap<String, Value> fields = new TreeMap<>();
    fields.put("indicator", Value.of("investment.funds_arrived"));

    assertThat(rule.kind()).isEqualTo(IndicatorKind.STATED);
    assertThat(rule.destination(new Image(fields))).isEqualTo("investment.funds_arrived#target");
    assertThat(rule.amount()).isEqualTo(Amount.parse("value"));
    assertThat(rule.period()).isEqualTo("period");
    assertThat(rule.comparator()).isEqualTo("comparator");
    assertThat(rule.status()).isEqualTo("status");
  }

  @Test
  void aStatedValuePostsToTheIndicatorItself() {
    PostingRule rule = requireNonNull(packs.ledger("system.stated")).post().getFirst();

    assertThat(rule.to()).isEqualTo("{indicator}");
    assertThat(rule.kind()).isEqualTo(IndicatorKind.STATED);
  }

  @Test
  void readingThePacksAgainFromTheirTextsGivesTheSame() {
    Packs again =
        Packs.read(
            packs.packs().stream()
                .map(pack -> new PackSource(pack.name() + "@" + pack.version(), pack.source()))
                .toList());

    assertThat(again.packs()).isEqualTo(packs.packs());
  }
}
