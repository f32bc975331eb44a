package taizhang.server.web.ledger;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import taizhang.server.exchange.Manner;

/** Something that takes longer than a page should: how far it is, and how it ended. */
public final class LongWork {

  private static final long SECOND = 1_000_000_000L;

  private final String id;
  private final String owner;
  private final String title;
  private final String back;
  private final long started = System.nanoTime();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile long done;
  private volatile long total;
  private volatile boolean stopping;
  private volatile @Nullable Ended ended;

  /**
   * How it ended.
   *
   * @param next address of the page that shows what came of it, empty for none
   * @param file a file to be fetched, null for none
   * @param name what that file is called
   * @param failure what went wrong, null where nothing did
   * @param outcome what came of many rows, null where that is not what it was about
   * @param manner how the rows of {@code file} are meant, null where it is no table to be entered
   */
  public record Ended(
      String next,
      @Nullable Path file,
      String name,
      @Nullable RuntimeException failure,
      @Nullable Outcome outcome,
      @Nullable Manner manner) {

    /** Ended with a page to go on with. */
    public static Ended at(String next) {
      return new Ended(next, null, "", null, null, null);
    }

    /** Ended with something to be told. */
    static Ended with(Outcome outcome) {
      return new Ended("", null, "", null, outcome, null);
    }

    /** Ended with a file to be fetched. */
    static Ended with(Path file, String name) {
      return new Ended("", file, name, null, null, null);
    }

    /** Ended by what went wrong. */
    static Ended failed(RuntimeException failure) {
      return new Ended("", null, "", failure, null, null);
    }

    /** Stopped on request. */
    static Ended stopped(String back) {
      return new Ended(back, null, "", null, null, null);
    }
  }

  LongWork(String id, String owner, String title, String back) {
    this.id = id;
    this.owner = owner;
    this.title = title;
    this.back = back;
  }

  public String id() {
    return id;
  }

  String owner() {
    return owner;
  }

  public String title() {
    return title;
  }

  /** The page it was started from. */
  public String back() {
    return back;
  }

  /** Hears how far it is; ends it where somebody asked for that. */
  public void at(long reached, long of) {
    done = reached;
    total = of;
    if (stopping) {
      throw new CancellationException(title);
    }
  }

  void stop() {
    stopping = true;
  }

  void end(Ended how) {
    ended = how;
    over.countDown();
  }

  /** Waits a little for its end; true where it came. */
  boolean overWithin(long millis) {
    try {
      return over.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Nullable Ended ended() {
    return ended;
  }

  public boolean stopping() {
    return stopping;
  }

  public long done() {
    return done;
  }

  public long total() {
    return total;
  }

  /** What is told while it runs: how many, how fast, how long still. */
  public String progress() {
    long seconds = Math.max(1, (System.nanoTime() - started) / SECOND);
    long rate = done / seconds;
    if (rate == 0 || total <= done) {
      return "已处理 " + done + " 条";
    }
    long left = (total - done) / rate + 1;
    return "已处理 " + done + " / " + total + " 条，每秒约 " + rate + " 条，还需约 " + left + " 秒";
  }
}
