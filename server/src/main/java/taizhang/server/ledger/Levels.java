package taizhang.server.ledger;

/** Which area levels a ledger's records may live at. */
public final class Levels {

  private Levels() {}

  /**
   * A village ledger is also kept by communities, a grid ledger by villagers' groups; {@code any}
   * fits all.
   */
  public static boolean fits(String livesAt, String level) {
    return switch (livesAt) {
      case "any" -> true;
      case "village" -> level.equals("village") || level.equals("community");
      case "grid" -> level.equals("grid") || level.equals("group");
      default -> livesAt.equals(level);
    };
  }
}
