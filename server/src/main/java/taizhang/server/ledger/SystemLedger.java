package taizhang.server.ledger;

import java.util.Set;

/** The ledgers whose records the books themselves go by; declared by the pack {@code system}. */
public final class SystemLedger {

  public static final String PACK = "system";
  public static final String ADOPTION = "system.adoption";
  public static final String AREA = "system.area";
  public static final String CLOSURE = "system.closure";
  public static final String CALENDAR = "system.calendar";
  public static final String OFFICE_HOURS = "system.office_hours";
  public static final String DEPARTMENT = "system.department";
  public static final String STAFF = "system.staff";
  public static final String TARGET = "system.target";
  public static final String STATED = "system.stated";

  private static final Set<String> RULING =
      Set.of(ADOPTION, AREA, CLOSURE, STAFF, CALENDAR, OFFICE_HOURS);

  private SystemLedger() {}

  /**
   * True where an entry of the ledger changes what later entries are judged by, or who may make
   * them.
   */
  static boolean rules(String ledger) {
    return RULING.contains(ledger);
  }
}
