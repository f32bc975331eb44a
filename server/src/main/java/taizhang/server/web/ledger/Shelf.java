package taizhang.server.web.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Pack;
import taizhang.books.pack.Packs;
import taizhang.server.browse.LedgerCount;
import taizhang.server.ledger.TownRules;
import taizhang.server.web.Labels;

/**
 * The ledgers a person may read, by field of work.
 *
 * @param query what was typed to find one
 * @param groups fields of work with at least one ledger found
 * @param total how many ledgers there are for the person
 */
public record Shelf(String query, List<Group> groups, int total) {

  public Shelf {
    groups = List.copyOf(groups);
  }

  /**
   * A field of work.
   *
   * @param owner the department answering for it
   */
  public record Group(String title, String owner, List<Item> items) {}

  /**
   * A ledger.
   *
   * @param live how many live records the person may read
   * @param pending how many wait for review, empty where none
   * @param last when something was last entered, empty where nothing was
   * @param writes true where the person may enter into it
   */
  public record Item(
      String code, String title, String live, String pending, String last, boolean writes) {}

  static Shelf of(Clearance who, TownRules rules, Map<String, LedgerCount> counts, String query) {
    List<Group> groups = new ArrayList<>();
    int total = 0;
    for (Pack pack : businessFirst(rules)) {
      List<Ledger> read =
          pack.ledgers().values().stream().filter(l -> who.may(Right.READ, l)).toList();
      total += read.size();
      List<Item> items =
          read.stream()
              .filter(ledger -> found(pack, ledger, query))
              .map(ledger -> item(who, ledger, counts.get(ledger.code())))
              .toList();
      if (!items.isEmpty()) {
        groups.add(new Group(pack.title(), pack.owner(), items));
      }
    }
    return new Shelf(query, groups, total);
  }

  private static List<Pack> businessFirst(TownRules rules) {
    List<Pack> packs = new ArrayList<>(rules.packs().packs());
    packs.sort(Comparator.comparing((Pack pack) -> pack.name().equals(Packs.SYSTEM)));
    return packs;
  }

  private static boolean found(Pack pack, Ledger ledger, String query) {
    String text =
        (pack.title() + pack.owner() + ledger.title() + ledger.code()).toLowerCase(Locale.ROOT);
    return List.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)).stream()
        .allMatch(text::contains);
  }

  private static Item item(
      Clearance who, Ledger ledger, @org.jspecify.annotations.Nullable LedgerCount count) {
    boolean writes = who.may(Right.WRITE, ledger) && ledger.master().equals("town");
    if (count == null) {
      return new Item(ledger.code(), ledger.title(), "0", "", "", writes);
    }
    var last = count.lastEntry();
    return new Item(
        ledger.code(),
        ledger.title(),
        Labels.number(java.math.BigDecimal.valueOf(count.live())),
        ledger.review() && count.pending() > 0 ? Long.toString(count.pending()) : "",
        last == null ? "" : Labels.moment(last).substring(0, 10),
        writes);
  }
}
