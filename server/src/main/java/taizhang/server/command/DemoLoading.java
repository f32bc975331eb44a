package taizhang.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import taizhang.books.pack.Packs;
import taizhang.server.demo.Demo;
import taizhang.server.demo.DemoLoader;
import taizhang.server.demo.DemoTown;
import taizhang.server.ledger.Chronicle;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Records;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.ledger.Townships;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;

/**
 * Opens the demonstration's towns and enters their records, all towns side by side: each has a
 * chain of its own.
 */
final class DemoLoading {

  private record Told(int done, int total) {}

  private final Program program;
  private final Demo demo;
  private final Packs packs;
  private final Progress progress;
  private final Ending ending;
  private final ConcurrentHashMap<String, Told> told = new ConcurrentHashMap<>();

  DemoLoading(Program program, Demo demo, Packs packs, Progress progress, Ending ending) {
    this.program = program;
    this.demo = demo;
    this.packs = packs;
    this.progress = progress;
    this.ending = ending;
  }

  /** Loads all towns; entries of towns that were finished before count as there already. */
  DemoLoader.Loaded run(String by) {
    demo.towns().forEach(town -> open(town, by));
    List<Future<DemoLoader.Loaded>> loads = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(demo.towns().size())) {
      demo.towns().forEach(town -> loads.add(threads.submit(() -> load(town))));
      int fresh = 0;
      int again = 0;
      for (Future<DemoLoader.Loaded> load : loads) {
        DemoLoader.Loaded loaded = load.get();
        fresh += loaded.fresh();
        again += loaded.again();
      }
      return new DemoLoader.Loaded(fresh, again);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  private void open(DemoTown town, String by) {
    Town registered = program.get(Towns.class).register(town.code(), town.name());
    program.get(Townships.class).adopt(registered, town.root(), packs, by);
  }

  private DemoLoader.Loaded load(DemoTown town) {
    Records records = program.get(Records.class);
    if (records.count(town.code(), SystemLedger.CLOSURE) > 0) {
      told.put(town.name(), new Told(0, 0));
      return new DemoLoader.Loaded(
          0, Math.toIntExact(program.get(Chronicle.class).newest(town.code())));
    }
    Entries entries = program.get(Entries.class);
    return new DemoLoader(
            (code, by, batch) -> {
              ending.here();
              return entries.appendAll(code, by, batch);
            },
            demo,
            (name, done, total, rate) -> tell(name, done, total))
        .load(town);
  }

  /** One bar for all: shown once every town has said how much there is. */
  private synchronized void tell(String town, int done, int total) {
    told.put(town, new Told(done, total));
    if (told.size() == demo.towns().size()) {
      progress.at(
          told.values().stream().mapToLong(Told::done).sum(),
          told.values().stream().mapToLong(Told::total).sum());
    }
  }
}
