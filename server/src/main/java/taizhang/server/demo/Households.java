package taizhang.server.demo;

import java.util.HashMap;
import java.util.Map;

/**
 * The households of a town by code: the code of their area and four digits. One household is the
 * same in every ledger; within a ledger each is given out once.
 */
final class Households {

  private final String town;
  private final Map<String, Integer> given = new HashMap<>();

  Households(String town) {
    this.town = town;
  }

  /** The next household of an area that a ledger does not have yet, in an order of the ledger's. */
  String next(String ledger, DemoArea area) {
    int k = given.merge(ledger + " " + area.code(), 1, Integer::sum) - 1;
    int households = area.households();
    if (k >= households) {
      throw new IllegalArgumentException(
          area.name() + " has only " + households + " households; " + ledger + " asks for more");
    }
    long mark = Dice.hash(town, ledger, area.code()) >>> 1;
    long stride = stride(households, mark);
    long place = (mark % households + k * stride) % households + 1;
    String digits = Long.toString(place);
    return area.code() + "0".repeat(4 - digits.length()) + digits;
  }

  /** A stride without a common divisor, so that every household comes once. */
  private static long stride(int households, long mark) {
    long stride = mark % households + 1;
    while (divisor(stride, households) != 1) {
      stride = stride % households + 1;
    }
    return stride;
  }

  private static long divisor(long a, long b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
