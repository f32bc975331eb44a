package taizhang.server.ledger;

/** The ledgers whose records the books themselves go by; declared by the pack {@code system}. */
public final class SystemLedger {

  public static final String PACK = "system";
  public static final String ADOPTION = "system.adoption";
  public static final String AREA = "system.area";
  public static final String CLOSURE = "system.closure";
  public static final String DEPARTMENT = "system.department";
  public static final String STAFF = "system.staff";
  public static final String TARGET = "system.target";
  public static final String STATED = "system.stated";

  private SystemLedger() {}

  /**
   * True where an entry of the ledger changes what later entries are judged by, or who may make
   * them.
   */
  static boolean rules(String ledger) {
    return ledger.equals(ADOPTION)
        || ledger.equals(AREA)
        || ledger.equals(CLOSURE)
        || ledger.equals(STAFF);
  }
}
