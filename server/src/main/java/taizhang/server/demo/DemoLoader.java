package taizhang.server.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;

/**
 * Loads demonstration towns by the ordinary way into the books. Every submission carries an
 * idempotency key that is the same in every run, so a run that was killed is simply begun again: it
 * finds what the first left, loses nothing and enters nothing twice.
 */
public final class DemoLoader {

  /** Submissions handed over at a time; progress is told after each. */
  private static final int BATCH = 1000;

  private final Appending books;
  private final Demo demo;
  private final LoadProgress progress;
  private final Predicate<DemoTown> finished;

  /** A loader that goes through everything each time. */
  public DemoLoader(Appending books, Demo demo, LoadProgress progress) {
    this(books, demo, progress, town -> false);
  }

  /**
   * A loader that leaves finished towns alone.
   *
   * @param finished whether a town's last entry, the closure of the year before its books begin, is
   *     there: people may have gone on since
   */
  public DemoLoader(
      Appending books, Demo demo, LoadProgress progress, Predicate<DemoTown> finished) {
    this.books = books;
    this.demo = demo;
    this.progress = progress;
    this.finished = finished;
  }

  /**
   * Loads a town whose packs are adopted.
   *
   * @return how many entries were new, and how many were in the books already; neither where the
   *     town was finished
   */
  public Loaded load(DemoTown town) {
    if (finished.test(town)) {
      return new Loaded(0, 0);
    }
    List<Stage> stages = demo.stages(town);
    int total = stages.stream().mapToInt(stage -> stage.drafts().size()).sum();
    Run run = new Run(town, total);
    stages.forEach(run::stage);
    return new Loaded(total - run.again, run.again);
  }

  /**
   * What a run did.
   *
   * @param fresh entries appended now
   * @param again entries that an earlier run had appended
   */
  public record Loaded(int fresh, int again) {}

  private final class Run {
    private final DemoTown town;
    private final int total;
    private final Handles handles = new Handles();
    private final long begun = System.nanoTime();
    private int done;
    private int again;

    Run(DemoTown town, int total) {
      this.town = town;
      this.total = total;
    }

    void stage(Stage stage) {
      List<Draft> drafts = stage.drafts();
      for (int from = 0; from < drafts.size(); from += BATCH) {
        int to = Math.min(from + BATCH, drafts.size());
        List<Submission> batch = new ArrayList<>(to - from);
        for (int n = from; n < to; n++) {
          batch.add(drafts.get(n).submission(handles));
        }
        List<Receipt> receipts = books.appendAll(town.code(), stage.by(), batch);
        for (int n = from; n < to; n++) {
          received(drafts.get(n), receipts.get(n - from));
        }
        done += to - from;
        progress.at(town.name(), done, total, rate());
      }
    }

    private void received(Draft draft, Receipt receipt) {
      again += receipt.again() ? 1 : 0;
      if (draft.kind() == EntryKind.OPEN) {
        handles.put(draft.record(), receipt.record());
      }
    }

    private double rate() {
      double seconds = (System.nanoTime() - begun) / (double) Duration.ofSeconds(1).toNanos();
      return seconds == 0 ? 0 : done / seconds;
    }
  }
}
