package taizhang.server.figure;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.books.figure.Figure;
import taizhang.books.figure.FigureQuery;
import taizhang.books.figure.Point;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.TownRules;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/**
 * The newest figures of a town, kept from one reading to the next. A figure comes from the postings
 * of its indicators alone: where none was posted since it was read, it still holds, and only what
 * moved is read again. New packs, areas, closures and days begin anew. Not for use inside a
 * preview, whose entries never come to stand.
 */
@Service
public class LatestFigures {

  /** Most figures kept of a town; a report cites some hundreds, an overview some thousands. */
  private static final int MOST = 20_000;

  /** Something read, and the indicators whose postings it comes from. */
  private record Held<T>(T read, Set<String> indicators) {}

  /** What stands behind a figure, as far as somebody with these posts may see it. */
  private record Behind(FigureQuery query, List<Post> posts) {}

  /** What is kept of a town, as of its newest entry then. */
  private record Reading(
      long seq,
      long booksSeq,
      LocalDate day,
      Map<FigureQuery, Held<Figure>> figures,
      Map<Behind, Held<Extent>> extents) {

    boolean worn(LocalDate today) {
      return !day.equals(today) || figures.size() + extents.size() > MOST;
    }
  }

  private final Towns towns;
  private final TownScope scope;
  private final Figures figures;
  private final SourceReader sources;
  private final InstantSource clock;
  private final Map<Integer, Reading> readings = new ConcurrentHashMap<>();

  LatestFigures(
      Towns towns, TownScope scope, Figures figures, SourceReader sources, InstantSource clock) {
    this.towns = towns;
    this.scope = scope;
    this.figures = figures;
    this.sources = sources;
    this.clock = clock;
  }

  /** Several figures at one instant, as {@link Figures#readAll} gives them. */
  public List<Figure> readAll(String town, List<FigureQuery> queries) {
    if (queries.stream().anyMatch(query -> query.at().seq() != null)) {
      return figures.readAll(town, queries);
    }
    Town in = towns.find(town);
    return scope.read(in, sql -> newest(in, queries, sql));
  }

  /**
   * Several figures at one instant, for a person who may read every one of them; what is kept is
   * the town's, so the person is asked for each figure first.
   */
  public List<Figure> readAll(Clearance who, List<FigureQuery> queries) {
    figures.mustRead(who, queries);
    return readAll(who.town(), queries);
  }

  private List<Figure> newest(Town town, List<FigureQuery> queries, JdbcClient sql) {
    Reading held = standing(town, sql);
    List<FigureQuery> missing =
        queries.stream().filter(q -> !held.figures.containsKey(q)).distinct().toList();
    Reading now = missing.isEmpty() ? held : with(town, held, missing);
    keep(town, now);
    return queries.stream()
        .map(query -> asOf(held.seq, Objects.requireNonNull(now.figures.get(query)).read))
        .toList();
  }

  private Reading with(Town town, Reading held, List<FigureQuery> missing) {
    Map<FigureQuery, Held<Figure>> all = new HashMap<>(held.figures);
    TownRules rules = figures.rules(town.code());
    List<Figure> read = figures.readAll(town.code(), missing);
    for (int i = 0; i < missing.size(); i++) {
      FigureQuery query = missing.get(i);
      all.put(query, new Held<>(read.get(i), figures.posted(rules, query)));
    }
    return new Reading(held.seq, held.booksSeq, held.day, all, held.extents);
  }

  /** How much of what stands behind a figure a person may see. */
  public Extent extent(Clearance who, FigureQuery query) {
    if (query.at().seq() != null) {
      return figures.extent(who, query);
    }
    figures.mustRead(who, List.of(query));
    Town in = towns.find(who.town());
    Behind behind = new Behind(query, who.posts());
    return scope.read(
        in,
        sql -> {
          Reading held = standing(in, sql);
          Held<Extent> known = held.extents.get(behind);
          if (known != null) {
            return known.read;
          }
          Extent read = figures.extent(who, query.at(new Point(held.seq, query.at().day())));
          Map<Behind, Held<Extent>> all = new HashMap<>(held.extents);
          Set<String> indicators = figures.posted(figures.rules(who.town()), query);
          all.put(behind, new Held<>(read, indicators));
          keep(in, new Reading(held.seq, held.booksSeq, held.day, held.figures, all));
          return read;
        });
  }

  private static Figure asOf(long seq, Figure figure) {
    return new Figure(
        figure.indicator(),
        figure.area(),
        figure.period(),
        figure.value(),
        figure.comparator(),
        figure.status(),
        seq,
        figure.day());
  }

  /** What still stands of what was read last time. */
  private Reading standing(Town town, JdbcClient sql) {
    long[] head =
        sql.sql("select seq, books_seq from head where town = ?")
            .param(town.id())
            .query((row, n) -> new long[] {row.getLong(1), row.getLong(2)})
            .single();
    LocalDate today = LocalDate.ofInstant(clock.instant(), Entries.ZONE);
    Reading last = readings.get(town.id());
    if (last == null || last.booksSeq != head[1] || last.seq > head[0] || last.worn(today)) {
      return new Reading(head[0], head[1], today, Map.of(), Map.of());
    }
    return last.seq == head[0] ? last : unmoved(town, last, head[0], sql);
  }

  /** What of an earlier reading nothing was posted to since. */
  private static Reading unmoved(Town town, Reading last, long seq, JdbcClient sql) {
    Set<String> moved =
        new HashSet<>(
            sql.sql("select distinct indicator from posting where town = ? and seq > ?")
                .param(town.id())
                .param(last.seq)
                .query(String.class)
                .list());
    return new Reading(
        seq, last.booksSeq, last.day, unmoved(last.figures, moved), unmoved(last.extents, moved));
  }

  private static <K, V> Map<K, Held<V>> unmoved(Map<K, Held<V>> last, Set<String> moved) {
    Map<K, Held<V>> standing = new HashMap<>();
    last.forEach((key, held) -> {
      if (held.indicators.stream().noneMatch(moved::contains)) {
        standing.put(key, held);
      }
    });
    return standing;
  }

  private void keep(Town town, Reading reading) {
    readings.merge(town.id(), reading, (old, next) -> old.seq > next.seq ? old : next);
  }

  /** How many entries after the given places in the books moved each of several figures. */
  public List<Long> entriesSince(String town, List<FigureQuery> queries, List<Long> seqs) {
    if (queries.isEmpty()) {
      return List.of();
    }
    Town in = towns.find(town);
    TownRules rules = figures.rules(town);
    return scope.read(
        in,
        sql -> {
          Reading now = standing(in, sql);
          Moment moment = new Moment(in, rules, now.seq, now.seq, null, now.day, Ahead.NONE);
          return sources.since(
              moment, queries.stream().map(q -> Readings.leaves(moment, q)).toList(), seqs, sql);
        });
  }
}
