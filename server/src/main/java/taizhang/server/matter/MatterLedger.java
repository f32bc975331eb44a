package taizhang.server.matter;

import java.util.List;

/** The ledgers of the pack {@code matters} that the engine itself writes or reads. */
public final class MatterLedger {

  public static final String PACK = "matters";
  public static final String DOCUMENT = "matters.document";
  public static final String OPINION = "matters.opinion";
  public static final String LINK = "matters.link";
  public static final String CHANNEL = "matters.channel";

  /** Those whose records belong to a matter, named by its number. */
  public static final List<String> BESIDE = List.of(DOCUMENT, OPINION, LINK);

  private MatterLedger() {}
}
