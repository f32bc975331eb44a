package taizhang.server.web.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Lifecycle;

/** The inputs of a step that is made for many records at once. */
@Component
public class StepInputs {

  private final EnterPages pages;

  StepInputs(EnterPages pages) {
    this.pages = pages;
  }

  /** The inputs of some fields. */
  public List<Input> of(Clearance who, Ledger ledger, List<String> names) {
    return new Inputs(who, pages.rules(who), ledger, Told.NOTHING, Map.of())
        .needed(names, new Typed(Map.of()));
  }

  /** The inputs of what a move asks for. */
  public List<Input> of(Clearance who, Ledger ledger, Lifecycle.Move move) {
    return new Inputs(who, pages.rules(who), ledger, Told.NOTHING, Map.of())
        .asked(move, new Typed(Map.of()));
  }

  /** What was typed into them. */
  public Map<String, Value> read(Ledger ledger, List<String> names, HttpServletRequest request) {
    Map<String, Value> values = new TreeMap<>(Typed.of(request).patch(ledger, Image.EMPTY));
    values.keySet().retainAll(names);
    return values;
  }
}
