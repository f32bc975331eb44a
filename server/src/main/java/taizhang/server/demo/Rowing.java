package taizhang.server.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.books.period.Period;

/** Lays out the records of a group: how many, where, about what. */
final class Rowing {

  private final DemoTown town;
  private final Map<String, Made> made;

  Rowing(DemoTown town, Map<String, Made> made) {
    this.town = town;
    this.made = made;
  }

  private record Seat(DemoArea area, @Nullable Handle about) {}

  private record Time(@Nullable YearMonth month, @Nullable LocalDate day) {}

  List<Row> rows(Group group) {
    Group.Rows rows = group.rows();
    List<Seat> seats = seats(group);
    List<Time> times = times(rows);
    List<String> values = rows.dimension() == null ? List.of("") : rows.values();
    List<Row> all = new ArrayList<>();
    for (Seat seat : seats) {
      for (Time time : times) {
        for (String value : values) {
          all.add(new Row(all.size(), seat.area, seat.about, time.month, time.day, value));
        }
      }
    }
    return all;
  }

  /** Once a day, once a month, or once. */
  private static List<Time> times(Group.Rows rows) {
    Period days = rows.days();
    Period months = rows.months();
    if (days != null) {
      return days.from()
          .datesUntil(days.to().plusDays(1))
          .map(day -> new Time(YearMonth.from(day), day))
          .toList();
    }
    return months == null
        ? List.of(new Time(null, null))
        : Rhythm.months(months).stream().map(month -> new Time(month, null)).toList();
  }

  /** About records where they live, unless the group says where its own live. */
  private List<Seat> seats(Group group) {
    if (group.rows().about().isEmpty()) {
      return places(group);
    }
    List<Seat> abouts = abouts(group);
    if (group.rows().areas().kind().equals("town")) {
      return abouts;
    }
    List<Seat> places = places(group);
    List<Seat> seats = new ArrayList<>();
    for (int i = 0; i < abouts.size(); i++) {
      seats.add(new Seat(places.get(i).area, abouts.get(i).about));
    }
    return seats;
  }

  private List<Seat> places(Group group) {
    Group.Areas areas = group.rows().areas();
    Integer count = group.rows().count();
    List<Seat> seats = new ArrayList<>();
    switch (areas.kind()) {
      case "town" ->
          seats.addAll(Collections.nCopies(count == null ? 1 : count, seat(town.town())));
      case "each" -> areas(areas).forEach(area -> seats.add(seat(area)));
      default -> {
        List<DemoArea> among = areas(areas);
        double[] sizes = among.stream().mapToDouble(DemoArea::households).toArray();
        long[] counts = Shares.apportion(count == null ? 0 : count, sizes, 0, Long.MAX_VALUE);
        for (int i = 0; i < counts.length; i++) {
          seats.addAll(Collections.nCopies((int) counts[i], seat(among.get(i))));
        }
      }
    }
    return seats;
  }

  private static Seat seat(DemoArea area) {
    return new Seat(area, null);
  }

  private List<DemoArea> areas(Group.Areas areas) {
    List<DemoArea> found =
        town.areas().stream()
            .filter(a -> areas.level() == null || a.level().equals(areas.level()))
            .filter(a -> areas.named().isEmpty() || areas.named().contains(a.name()))
            .toList();
    if (found.isEmpty() || (!areas.named().isEmpty() && found.size() != areas.named().size())) {
      throw new IllegalArgumentException(
          town.name() + " does not have all of the areas " + areas.named());
    }
    return found;
  }

  /** Records to be about: each chosen one once, then some again until there are enough. */
  private List<Seat> abouts(Group group) {
    Group.Rows rows = group.rows();
    List<Seat> pool = new ArrayList<>();
    for (String name : rows.about()) {
      for (Row row : of(name).rows()) {
        pool.add(new Seat(row.area(), new Handle(name, row.n())));
      }
    }
    Dice dice = Dice.of(town.code(), group.name(), "about");
    int count = rows.count() == null ? pool.size() : rows.count();
    int distinct = rows.distinct() > 0 ? rows.distinct() : Math.min(count, pool.size());
    List<Seat> chosen = new ArrayList<>();
    int[] order = dice.shuffled(pool.size());
    for (int i = 0; i < distinct; i++) {
      chosen.add(pool.get(order[i]));
    }
    while (chosen.size() < count) {
      chosen.add(chosen.get(dice.below(distinct)));
    }
    return chosen;
  }

  private Made of(String name) {
    Made group = made.get(name);
    if (group == null) {
      throw new IllegalArgumentException(
          "no group '" + name + "' comes before; there are " + made.keySet());
    }
    return group;
  }
}
