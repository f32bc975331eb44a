package taizhang.server.web.record;

import java.util.List;
import taizhang.server.matter.MatterLedger;

/** Steps of documents of supervision that the engine fills in itself: no form is shown for them. */
public final class DocumentSteps {

  private static final List<String> AT_ONCE = List.of("sign", "receive");

  private DocumentSteps() {}

  /** Where such a step is sent, empty for a step that asks for something. */
  public static String action(String town, String ledger, long id, String move) {
    boolean atOnce = ledger.equals(MatterLedger.DOCUMENT) && AT_ONCE.contains(move);
    return atOnce ? "/" + town + "/matters/documents/" + id + "/" + move : "";
  }
}
