package taizhang.server.database;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something outside this program, by asking again until the time is up. */
final class Patience {

  private static final long ASK_EVERY_MILLIS = 20;

  private Patience() {}

  /**
   * True as soon as the condition holds, false when the time is up first or the thread is
   * interrupted.
   */
  static boolean until(Duration atMost, BooleanSupplier condition) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() >= deadline || !pause()) {
        return false;
      }
    }
    return true;
  }

  /** Waits a moment; false where the thread was interrupted. */
  static boolean pause() {
    try {
      Thread.sleep(ASK_EVERY_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
