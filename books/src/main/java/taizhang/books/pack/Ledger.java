package taizhang.books.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A declared type of record (台账).
 *
 * @param code full code, {@code pack.ledger}
 * @param title what the screen calls it
 * @param livesAt area level of its records: town, village, grid
 * @param master whose data it is: {@code town}, or {@code external:NAME} for snapshots of an upper
 *     system
 * @param review whether submitted versions count as 待审 until reviewed
 * @param opensOn date field whose value is the effective date of an opening entry that names none;
 *     null for today
 * @param key fields that make a record the same thing twice; duplicates are refused
 * @param fields by name, in the order of the form
 * @param lifecycle its states and moves, null for plain registers
 * @param views table, board, calendar, timeline, map
 * @param checks what must hold for an entry to be accepted
 * @param post its posting rules
 * @param retired fields that an earlier version declared and this one does not, by name: what was
 *     entered in them stays readable
 */
public record Ledger(
    String code,
    String title,
    String livesAt,
    String master,
    boolean review,
    @Nullable String opensOn,
    List<String> key,
    SequencedMap<String, Field> fields,
    @Nullable Lifecycle lifecycle,
    List<String> views,
    List<Check> checks,
    List<PostingRule> post,
    SequencedMap<String, Field> retired) {

  public Ledger {
    key = List.copyOf(key);
    fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    views = List.copyOf(views);
    checks = List.copyOf(checks);
    post = List.copyOf(post);
    retired = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(retired));
  }

  /** The same ledger, knowing fields that it had once. */
  Ledger remembering(SequencedMap<String, Field> once) {
    return new Ledger(
        code, title, livesAt, master, review, opensOn, key, fields, lifecycle, views, checks, post,
        once);
  }

  /** The pack that declares it. */
  public String pack() {
    return code.substring(0, code.indexOf('.'));
  }

  /** Its name inside the pack. */
  public String name() {
    return code.substring(code.indexOf('.') + 1);
  }

  /** The fields whose values are added up under its records. */
  public List<Field> totals() {
    return Additive.of(this);
  }

  /** True for a field that is not entered here but copied from a record referred to. */
  public boolean isCopied(String field) {
    return fields.values().stream().anyMatch(ref -> ref.copies().contains(field));
  }

  /** True for a field that follows from others or that a clock gives; it is never typed. */
  public boolean isDerived(String field) {
    Field declared = fields.get(field);
    return (declared != null && declared.derivation() != null)
        || (lifecycle != null && lifecycle.derives(field));
  }

  /** Full codes of the ledgers and indicators that its declaration speaks of. */
  Stream<String> refersTo() {
    return Stream.concat(
        fields.values().stream().flatMap(Ledger::ledgers),
        post.stream().map(PostingRule::to).filter(to -> to.indexOf('{') < 0).map(Names::bare));
  }

  private static Stream<String> ledgers(Field field) {
    return field.derivation() instanceof Derivation.RolledUp up
        ? Stream.of(up.ledger())
        : Stream.ofNullable(field.ledger());
  }

  /**
   * A rule of acceptance.
   *
   * @param condition must hold
   * @param say what the person is told where it does not
   */
  public record Check(Condition condition, String say) {}
}
