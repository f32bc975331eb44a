package taizhang.server.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import taizhang.books.access.Post;
import taizhang.books.access.Role;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Image;
import taizhang.books.entry.Value;
import taizhang.books.pack.BrokenPacks;
import taizhang.books.pack.Indicator;
import taizhang.books.pack.IndicatorKind;
import taizhang.books.pack.PackSource;
import taizhang.books.pack.PostingRule;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.ProblemCode;

/**
 * What is asked of entries that the books themselves go by, and of values stated for an indicator
 * they name.
 */
final class SystemExamination {

  private final TownRules rules;
  private final TownRulesStore store;
  private final Set<String> areasInBatch;

  SystemExamination(TownRules rules, TownRulesStore store, Set<String> areasInBatch) {
    this.rules = rules;
    this.store = store;
    this.areasInBatch = areasInBatch;
  }

  List<Problem> of(Draft draft) {
    List<Problem> problems = new ArrayList<>();
    switch (draft.ledger.code()) {
      case SystemLedger.ADOPTION -> adoption(draft, problems);
      case SystemLedger.AREA -> area(draft, problems);
      case SystemLedger.STAFF -> staff(draft, problems);
      case SystemLedger.CALENDAR -> WorkTimeExamination.calendar(draft, problems);
      case SystemLedger.OFFICE_HOURS -> WorkTimeExamination.officeHours(draft, problems);
      default -> stated(draft, problems);
    }
    return problems;
  }

  /** A pack stays adopted: only another version of it follows. */
  private void adoption(Draft draft, List<Problem> problems) {
    if (draft.submission.kind() == EntryKind.VOID) {
      problems.add(Problem.of(ProblemCode.CHECK_FAILED, "业务模块启用后不能作废，只能启用它的新版本"));
    }
    String said = Image.EMPTY.with(draft.patch).text("pack");
    Long record = rules.adoptionRecords().get(said);
    if (!said.isEmpty() && record != null && !record.equals(draft.submission.record())) {
      problems.add(
          Problem.of(ProblemCode.CHECK_FAILED, "业务模块“" + said + "”已启用，请登记为它的新版本").in("pack"));
    }
  }

  private void area(Draft draft, List<Problem> problems) {
    Image image = Image.EMPTY.with(draft.patch);
    EntryKind kind = draft.submission.kind();
    if (kind == EntryKind.OPEN) {
      String parent = image.text("parent");
      boolean known = rules.areas().find(parent) != null || areasInBatch.contains(parent);
      if (!parent.isEmpty() && !known) {
        problems.add(Problem.of(ProblemCode.AREA_PARENT, parent).in("parent"));
      }
      areasInBatch.add(image.text("code"));
    } else if (draft.patch.containsKey("code") || draft.patch.containsKey("parent")) {
      problems.add(Problem.of(ProblemCode.AREA_FIXED, image.text("code")).in("parent"));
    } else if (kind == EntryKind.VOID) {
      problems.add(Problem.of(ProblemCode.AREA_FIXED, draft.submission.record() + ""));
    }
    LocalDate from = image.date("valid_from");
    LocalDate to = image.date("valid_to");
    if (from != null && to != null && to.isBefore(from)) {
      problems.add(Problem.of(ProblemCode.EFFECTIVE_DATE, from + "–" + to).in("valid_to"));
    }
  }

  /** The three administrators are three people (GB/T 22239—2019, 8.1.5). */
  private void staff(Draft draft, List<Problem> problems) {
    Image image = Image.EMPTY.with(draft.patch);
    Role role = Role.of(image.text("role"));
    String area = image.text("area");
    if (!area.isEmpty() && rules.areas().find(area) == null && !areasInBatch.contains(area)) {
      problems.add(Problem.of(ProblemCode.UNKNOWN_AREA, area).in("area"));
    }
    if (role == null || !role.administers()) {
      return;
    }
    rules.posts().stream()
        .filter(post -> post.login().equals(image.text("login")))
        .map(Post::role)
        .filter(other -> other.administers() && other != role)
        .findFirst()
        .ifPresent(other ->
            problems.add(
                Problem.of(
                        ProblemCode.ROLES_APART, image.text("login"), other.title(), role.title())
                    .in("role")));
  }

  /** What is wrong with the packs adopted so far together with those of a batch. */
  @Nullable Problem adoptions(List<Draft> drafts) {
    List<PackSource> sources = rules.sources();
    Draft last = null;
    for (Draft draft : drafts) {
      if (draft.ledger.code().equals(SystemLedger.ADOPTION) && draft.patch.containsKey("yaml")) {
        PackSource next = TownRulesStore.source(Image.EMPTY.with(named(draft)));
        sources = TownRulesStore.with(sources, next);
        last = draft;
      }
    }
    if (last == null) {
      return null;
    }
    try {
      store.packs(sources);
      return null;
    } catch (BrokenPacks e) {
      String what = String.valueOf(e.getMessage());
      return Problem.of(ProblemCode.PACK_BROKEN, what).in("yaml").at(last.index);
    }
  }

  /** A renewal need not repeat the pack's name: the record has it. */
  private Map<String, Value> named(Draft draft) {
    Map<String, Value> fields = new TreeMap<>(draft.patch);
    rules
        .adoptionRecords()
        .forEach((pack, record) -> {
          if (record.equals(draft.submission.record())) {
            fields.put("pack", Value.of(pack));
          }
        });
    return fields;
  }

  /**
   * A rule that posts to the indicator a field names: the indicator must be there and take stated
   * values.
   */
  private void stated(Draft draft, List<Problem> problems) {
    Image image = Image.EMPTY.with(draft.patch);
    for (PostingRule rule : draft.ledger.post()) {
      String destination = rule.to().indexOf('{') < 0 ? null : rule.destination(image);
      boolean silent =
          draft.submission.kind() != EntryKind.OPEN && !draft.patch.containsKey("indicator");
      if (destination == null || silent) {
        continue;
      }
      boolean target = destination.endsWith(PostingRule.TARGET);
      String code =
          target
              ? destination.substring(0, destination.length() - PostingRule.TARGET.length())
              : destination;
      @Nullable Indicator indicator = rules.packs().indicator(code);
      if (indicator == null) {
        problems.add(Problem.of(ProblemCode.NOT_AN_INDICATOR, code, near(code)).in("indicator"));
      } else if (!target && indicator.kind() != IndicatorKind.STATED) {
        problems.add(
            Problem.of(ProblemCode.NOT_AN_INDICATOR, code, "由登记汇总，不能直接填报").in("indicator"));
      }
    }
  }

  private String near(String code) {
    String name = code.substring(code.indexOf('.') + 1);
    return String.join(
        "、",
        rules.packs().packs().stream()
            .flatMap(pack -> pack.indicators().keySet().stream())
            .filter(other -> other.contains(name) || name.contains(other))
            .limit(5)
            .toList());
  }
}
