package taizhang.server.command;

import java.io.PrintStream;
import java.time.Duration;

/**
 * How far something is: a bar on a terminal, redrawn a few times a second; elsewhere a line now and
 * then.
 */
final class Progress implements AutoCloseable {

  private static final int WIDTH = 24;
  private static final Duration DRAWN = Duration.ofMillis(200);
  private static final Duration TOLD = Duration.ofSeconds(10);

  private final PrintStream err;
  private final Messages messages;
  private final String what;
  private final boolean terminal;
  private final long begun = System.nanoTime();
  private long shown;
  private int length;

  Progress(PrintStream err, Messages messages, String what, boolean terminal) {
    this.err = err;
    this.messages = messages;
    this.what = what;
    this.terminal = terminal;
    this.shown = begun;
  }

  /** So many of so many are done. */
  void at(long done, long total) {
    long now = System.nanoTime();
    long quiet = (terminal ? DRAWN : TOLD).toNanos();
    if (now - shown < quiet && done < total) {
      return;
    }
    shown = now;
    String line = line(done, total, (now - begun) / 1e9);
    if (terminal) {
      int gap = Math.max(0, length - line.length());
      err.print("\r" + line + " ".repeat(gap));
      length = line.length();
    } else {
      err.println(line);
    }
    err.flush();
  }

  private String line(long done, long total, double seconds) {
    long rate = seconds < 0.001 ? 0 : Math.round(done / seconds);
    long left = rate == 0 ? 0 : (total - done) / rate;
    String numbers =
        messages.text(
            "progress", what, done, total, rate, "%d:%02d".formatted(left / 60, left % 60));
    if (!terminal) {
      return numbers;
    }
    int full = total == 0 ? WIDTH : (int) (WIDTH * done / total);
    return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + numbers;
  }

  /** Ends the line of the bar. */
  @Override
  public void close() {
    if (terminal && length > 0) {
      err.println();
      err.flush();
    }
  }
}
