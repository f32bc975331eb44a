package taizhang.server.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import taizhang.books.access.Post;
import taizhang.books.area.Area;
import taizhang.books.area.AreaTree;
import taizhang.books.entry.Entry;
import taizhang.books.entry.EntryBytes;
import taizhang.books.entry.Image;
import taizhang.books.pack.Pack;
import taizhang.books.pack.PackSource;
import taizhang.books.pack.Packs;
import taizhang.server.town.Town;

/**
 * Keeps each town's rules at hand; reads them again from its system ledgers when those have new
 * entries.
 */
@Repository
public class TownRulesStore {

  private record Row(long id, String ledger, long version, String image) {}

  private final Map<Integer, TownRules> known = new ConcurrentHashMap<>();
  private final Map<List<PackSource>, Packs> read = new ConcurrentHashMap<>();

  /** The rules in force; call inside the town's scope. */
  public TownRules current(Town town, JdbcClient sql) {
    long newest =
        sql.sql("select books_seq from head where town = ?")
            .param(town.id())
            .query(Long.class)
            .single();
    return at(town, newest, sql);
  }

  /** The rules after a given newest system entry; call inside the town's scope. */
  TownRules at(Town town, long booksSeq, JdbcClient sql) {
    TownRules rules = known.get(town.id());
    if (rules == null || rules.booksSeq() != booksSeq) {
      rules = load(town, booksSeq, sql);
      known.put(town.id(), rules);
    }
    return rules;
  }

  /** Forgets what was read inside a transaction that is undone. */
  public void forget(Town town) {
    known.remove(town.id());
  }

  private TownRules load(Town town, long booksSeq, JdbcClient sql) {
    List<Row> rows =
        sql.sql(
                """
                select id, ledger, version, image::text from record
                where town = ? and not void and ledger in
                  ('system.adoption', 'system.area', 'system.closure', 'system.staff', 'system.calendar',
                   'system.office_hours')
                order by id
                """)
            .param(town.id())
            .query(DataClassRowMapper.newInstance(Row.class))
            .list();
    List<PackSource> sources = new ArrayList<>();
    Map<String, Long> adopted = new HashMap<>();
    Map<String, Long> adoptionRecords = new HashMap<>();
    List<Area> areas = new ArrayList<>();
    Map<String, LocalDate> closed = new HashMap<>();
    List<Post> posts = new ArrayList<>();
    WorkingTimes times = new WorkingTimes();
    for (Row row : rows) {
      Image image = ImageText.read(row.image());
      switch (row.ledger()) {
        case SystemLedger.ADOPTION -> {
          sources.add(source(image));
          adopted.put(image.text("pack"), row.version());
          adoptionRecords.put(image.text("pack"), row.id());
        }
        case SystemLedger.AREA -> areas.add(area(image));
        case SystemLedger.STAFF -> posts.add(TownRules.post(image));
        case SystemLedger.CALENDAR -> times.notice(image);
        case SystemLedger.OFFICE_HOURS -> times.hours(image);
        default -> close(closed, image);
      }
    }
    return new TownRules(
        booksSeq,
        packs(sources).remembering(earlier(town, adopted, adoptionRecords, sql)),
        adopted,
        adoptionRecords,
        new AreaTree(areas),
        closed,
        posts,
        times.reckoner());
  }

  /** Earlier versions of the packs that were adopted anew, the oldest first. */
  private List<Pack> earlier(
      Town town, Map<String, Long> adopted, Map<String, Long> records, JdbcClient sql) {
    List<String> renewed =
        adopted.keySet().stream()
            .filter(pack -> !Objects.equals(adopted.get(pack), records.get(pack)))
            .toList();
    if (renewed.isEmpty()) {
      return List.of();
    }
    List<Entry> entries =
        sql.sql("select bytes from entry where town = ? and ledger = ? order by seq")
            .param(town.id())
            .param(SystemLedger.ADOPTION)
            .query((row, n) -> EntryBytes.read(row.getBytes(1)))
            .list();
    Timeline timeline = new Timeline(entries, this);
    return renewed.stream().flatMap(pack -> timeline.earlier(pack).stream()).toList();
  }

  /** Reads packs once for all towns that adopted the same. */
  Packs packs(List<PackSource> sources) {
    return read.computeIfAbsent(List.copyOf(sources), Packs::read);
  }

  static PackSource source(Image adoption) {
    return source(adoption.text("pack"), adoption.text("yaml"));
  }

  static PackSource source(String pack, String yaml) {
    return new PackSource("packs/" + pack + "/pack.yaml", yaml);
  }

  /** The sources of adopted packs with one of them adopted anew. */
  static List<PackSource> with(List<PackSource> sources, PackSource next) {
    Map<String, PackSource> byFile = new LinkedHashMap<>();
    sources.forEach(source -> byFile.put(source.file(), source));
    byFile.put(next.file(), next);
    return List.copyOf(byFile.values());
  }

  static Area area(Image image) {
    return new Area(
        image.text("code"),
        image.text("name"),
        image.text("level"),
        emptyToNull(image.text("parent")),
        image.date("valid_from"),
        image.date("valid_to"),
        emptyToNull(image.text("successor")));
  }

  static void close(Map<String, LocalDate> closed, Image image) {
    LocalDate through = image.date("through");
    if (through != null && !image.yes("reopened")) {
      closed.merge(image.text("pack"), through, (a, b) -> a.isAfter(b) ? a : b);
    }
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
