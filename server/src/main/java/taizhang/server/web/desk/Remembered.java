package taizhang.server.web.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.server.desk.Desks;
import taizhang.server.town.Town;

/**
 * What follows from a town's books for a person: good until the books have a newer entry, the
 * person other posts, or a minute has passed, since deadlines are told to the minute.
 */
final class Remembered<T> {

  private static final int KEPT = 500;

  private record For(String town, String login, List<Post> posts, long newest, Instant minute) {}

  private final Desks desks;
  private final InstantSource clock;
  private final Map<For, T> known =
      Collections.synchronizedMap(
          new LinkedHashMap<For, T>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<For, T> eldest) {
              return size() > KEPT;
            }
          });

  Remembered(Desks desks, InstantSource clock) {
    this.desks = desks;
    this.clock = clock;
  }

  T of(Town town, Clearance who, Supplier<T> work) {
    For now =
        new For(
            town.code(),
            who.login(),
            who.posts(),
            desks.newest(town),
            clock.instant().truncatedTo(ChronoUnit.MINUTES));
    T before = known.get(now);
    if (before != null) {
      return before;
    }
    T read = work.get();
    known.put(now, read);
    return read;
  }
}
