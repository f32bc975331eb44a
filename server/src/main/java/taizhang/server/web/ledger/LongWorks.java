package taizhang.server.web.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/** The long works under way and those that ended lately. */
@Component
public class LongWorks {

  private static final Logger LOG = LoggerFactory.getLogger(LongWorks.class);
  private static final int KEPT = 100;
  private static final int PER_PERSON = 3;

  private final Map<String, LongWork> works = new ConcurrentHashMap<>();

  /** Begins something; a person has only a few under way at once. */
  public LongWork start(
      Clearance who, String title, String back, Function<LongWork, LongWork.Ended> work) {
    String owner = owner(who);
    long under =
        works.values().stream().filter(w -> w.owner().equals(owner) && w.ended() == null).count();
    if (under >= PER_PERSON) {
      throw Refusal.of(ProblemCode.ALREADY, "您已有 " + under + " 件事正在办，请等它们办完再来");
    }
    forgetOld();
    LongWork begun = new LongWork(UUID.randomUUID().toString(), owner, title, back);
    works.put(begun.id(), begun);
    Thread.ofVirtual().name("long-work").start(() -> begun.end(run(begun, work)));
    return begun;
  }

  private static LongWork.Ended run(LongWork work, Function<LongWork, LongWork.Ended> task) {
    try {
      return task.apply(work);
    } catch (CancellationException e) {
      return LongWork.Ended.stopped(work.back());
    } catch (RuntimeException e) {
      if (!(e instanceof Refusal)) {
        LOG.error("a long work failed: {}", work.title(), e);
      }
      return LongWork.Ended.failed(e);
    }
  }

  /** A person's own work. */
  LongWork find(Clearance who, String id) {
    LongWork work = works.get(id);
    if (work == null || !work.owner().equals(owner(who))) {
      throw Refusal.of(ProblemCode.UNKNOWN_FACT, id, "它已办完或已取消，请重新开始");
    }
    return work;
  }

  private static String owner(Clearance who) {
    return who.town() + "/" + who.login();
  }

  private void forgetOld() {
    if (works.size() < KEPT) {
      return;
    }
    works
        .values()
        .removeIf(work -> {
          LongWork.Ended ended = work.ended();
          if (ended != null) {
            drop(ended);
          }
          return ended != null;
        });
  }

  /** Takes the file of a work away. */
  static void drop(LongWork.Ended ended) {
    Path file = ended.file();
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.warn("{} stays", file, e);
      }
    }
  }
}
