package taizhang.server.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets long work end where it may when the program is told to, by Ctrl-C or otherwise: after the
 * piece under way, so that what was acknowledged is whole and nothing is torn from under it.
 */
final class Ending implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;

  private final Program program;
  private final Console console;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::end, "end");
  private volatile boolean told;

  private Ending(Program program, Console console) {
    this.program = program;
    this.console = console;
  }

  /** From here on the work says when it may end, and ending closes the program after it. */
  static Ending of(Program program, Console console) {
    Ending ending = new Ending(program, console);
    program.database().closedByCaller();
    Runtime.getRuntime().addShutdownHook(ending.hook);
    return ending;
  }

  private void end() {
    told = true;
    console.note("serve.ending");
    try {
      boolean waited = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      program.close();
      console.note(waited ? "ended" : "ended.hard");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A place where the work may end; goes no further where it was told to. */
  void here() {
    if (told) {
      throw new Ended();
    }
  }

  /** The work is over. */
  @Override
  public void close() {
    finished.countDown();
    if (!told) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // It was told so just now; the hook does the rest.
      }
    }
  }

  /** The work was told to end and did. */
  static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
