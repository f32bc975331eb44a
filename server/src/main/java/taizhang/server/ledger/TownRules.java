package taizhang.server.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Clearance;
import taizhang.books.access.Post;
import taizhang.books.access.Right;
import taizhang.books.access.Role;
import taizhang.books.area.AreaTree;
import taizhang.books.calendar.Reckoner;
import taizhang.books.entry.Image;
import taizhang.books.matter.Doer;
import taizhang.books.pack.Ledger;
import taizhang.books.pack.Pack;
import taizhang.books.pack.PackSource;
import taizhang.books.pack.Packs;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/**
 * What a town's system ledgers say at one point of its books: everything that later entries are
 * judged and posted by.
 *
 * @param booksSeq newest entry of a system ledger
 * @param packs the packs adopted
 * @param adopted pack name to the seq of the entry that adopted it
 * @param adoptionRecords pack name to the record its adoptions are versions of
 * @param areas the area tree
 * @param closed last closed day by pack; the empty name closes all
 * @param posts who holds which post, past and future ones too
 * @param reckoner working days and office hours
 */
public record TownRules(
    long booksSeq,
    Packs packs,
    Map<String, Long> adopted,
    Map<String, Long> adoptionRecords,
    AreaTree areas,
    Map<String, LocalDate> closed,
    List<Post> posts,
    Reckoner reckoner) {

  /** Who enters the books of a demonstration: no person, and without a post. */
  public static final String DEMONSTRATION = "demo";

  public TownRules {
    adopted = Map.copyOf(adopted);
    adoptionRecords = Map.copyOf(adoptionRecords);
    closed = Map.copyOf(closed);
    posts = List.copyOf(posts);
  }

  /** The name of whoever has a login; the login where nobody in the town has it. */
  public String nameOf(String login) {
    return posts.stream()
        .filter(post -> post.login().equals(login))
        .map(Post::name)
        .findFirst()
        .orElse(login.equals(DEMONSTRATION) ? "演示录入" : login);
  }

  /** The departments there are: owners of packs and of posts, in order. */
  public List<String> departments() {
    return Stream.concat(
            packs.packs().stream().map(Pack::owner), posts.stream().map(Post::department))
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** What a person may see and do on a day. */
  public Clearance clearance(String town, String login, LocalDate day) {
    List<Post> held = posts.stream().filter(p -> p.login().equals(login) && p.heldOn(day)).toList();
    String name = held.isEmpty() ? login : held.getFirst().name();
    return Clearance.of(town, login, name, held, areas, packs);
  }

  /** What whoever runs the program on the machine itself may see and do. */
  public Clearance operator(String town) {
    return Clearance.operator(town, areas, packs);
  }

  /**
   * The ledger with a code as it is declared, or was last: its records are read on. Refused where
   * no pack ever declared it.
   */
  public Ledger ledger(String code) {
    Ledger ledger = packs.everDeclared(code);
    if (ledger == null) {
      throw Refusal.of(ProblemCode.UNKNOWN_LEDGER, code, ledgerCodes());
    }
    return ledger;
  }

  /** The department that keeps a ledger: the one that owns its pack, empty where none does. */
  public String owner(Ledger ledger) {
    return packs.owner(ledger.pack());
  }

  /** A record as far as it says who deals with it. */
  public Doer.Matter matter(Ledger ledger, Image image, @Nullable String area) {
    return new Doer.Matter(ledger, owner(ledger), image, area);
  }

  /**
   * True where a person may read a record: by a post, or because the record names the person or the
   * person's department as the one who deals with it.
   */
  public boolean reads(Clearance who, Ledger ledger, Image image, @Nullable String area) {
    return who.may(Right.READ, ledger, area)
        || (ledger.lifecycle() != null
            && new Doer(who, areas).addressed(ledger.lifecycle(), matter(ledger, image, area)));
  }

  /** All ledgers there are, for telling. */
  String ledgerCodes() {
    return packs.packs().stream()
        .flatMap(pack -> pack.ledgers().keySet().stream())
        .collect(Collectors.joining("、"));
  }

  /** The texts of the packs adopted. */
  List<PackSource> sources() {
    return packs.packs().stream()
        .map(pack -> TownRulesStore.source(pack.name(), pack.source()))
        .toList();
  }

  /** The seq of the adoption a ledger's entries are made under; 0 for the very first adoption. */
  long adoption(Ledger ledger) {
    return adopted.getOrDefault(ledger.pack(), 0L);
  }

  /** The last day closed for a pack, null where none is. */
  public @Nullable LocalDate closedThrough(String pack) {
    return closedThrough(closed, pack);
  }

  static @Nullable LocalDate closedThrough(Map<String, LocalDate> closed, String pack) {
    LocalDate all = closed.get("");
    LocalDate own = closed.get(pack);
    if (all == null || own == null) {
      return all == null ? own : all;
    }
    return all.isAfter(own) ? all : own;
  }

  /** The post a record of 岗位任职 holds; a role the program does not know reads as the least. */
  public static Post post(Image image) {
    Role role = Role.of(image.text("role"));
    return new Post(
        image.text("login"),
        image.text("name"),
        role == null ? Role.READER : role,
        image.text("area"),
        image.text("department"),
        image.date("from"),
        image.date("until"));
  }
}
