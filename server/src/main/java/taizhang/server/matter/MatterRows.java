package taizhang.server.matter;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Entry;
import taizhang.books.matter.Clocks;
import taizhang.books.matter.Standing;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;
import taizhang.server.ledger.RecordRow;
import taizhang.server.ledger.TownRules;

/**
 * Records as matters in a list.
 *
 * @param now the moment they are shown
 * @param entries what was entered about them
 */
record MatterRows(
    TownRules town, Clearance who, LocalDateTime now, Map<Long, List<Entry>> entries) {

  MatterRow of(RecordRow row, Set<MatterRow.Concern> concerns) {
    Ledger ledger = town.ledger(row.ledger());
    Lifecycle lifecycle = Objects.requireNonNull(ledger.lifecycle());
    Lifecycle.State state = lifecycle.states().get(row.state());
    Standing first = Standing.first(lifecycle, row.image());
    List<Entry> history = entries.getOrDefault(row.id(), List.of());
    return new MatterRow(
        row,
        ledger,
        Subject.of(ledger, row.image(), row.id()),
        state == null ? row.state() : state.title(),
        first == null ? "" : first.clock().title(),
        first == null ? null : first.due(),
        first != null && first.provisional(),
        first == null
            ? ""
            : Clocks.of(lifecycle, town.reckoner(), history).explanation(first.clock()),
        first == null ? "" : first.light(row.image(), row.state(), now, town.reckoner()),
        concerns,
        new NextMoves(town, who).of(ledger, row.image(), row.area(), row.state(), history));
  }
}
