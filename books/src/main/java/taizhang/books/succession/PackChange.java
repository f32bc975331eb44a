package taizhang.books.succession;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a new version of a pack declares otherwise than the one before.
 *
 * @param what which kind of thing
 * @param code full code of the ledger or indicator
 * @param field name of the field, null where it is about the whole
 * @param title what the screen calls the place
 * @param keys the codes or states concerned, empty where it is about none
 * @param was how it was declared, empty where it was not
 * @param now how it is declared, empty where it is not
 */
public record PackChange(
    What what,
    String code,
    @Nullable String field,
    String title,
    List<String> keys,
    String was,
    String now) {

  public PackChange {
    keys = List.copyOf(keys);
  }

  /** Kinds of change. */
  public enum What {
    LEDGER_NEW("新设台账"),
    LEDGER_GONE("停用台账"),
    FIELD_NEW("新设字段"),
    FIELD_GONE("停用字段"),
    /** Must be filled now: new and required, or required from now on. */
    FIELD_REQUIRED("改为必填"),
    TYPE("类型改变"),
    UNIT("计量单位改变"),
    /** Refers to records of another ledger. */
    REFERENCE("引用的台账改变"),
    /** Was personal or sensitive, is open now. */
    UNSEALED("不再加密"),
    /** Is personal or sensitive now. */
    SEALED("改为加密"),
    CODES_NEW("新增代码"),
    CODES_GONE("取消代码"),
    CODES_ENDED("停用代码"),
    STATES_NEW("新增状态"),
    STATES_GONE("取消状态"),
    /** Follows from others now, or otherwise than before. */
    DERIVED("推算方法改变"),
    CHECKS("校验改变"),
    POSTING("记入规则改变"),
    REVIEW("审核要求改变"),
    INDICATOR_NEW("新设指标"),
    INDICATOR_GONE("停用指标"),
    INDICATOR_UNIT("指标单位改变"),
    INDICATOR_KIND("指标性质改变"),
    FORMULA("公式改变");

    private final String title;

    What(String title) {
      this.title = title;
    }

    /** What the screen calls it. */
    public String title() {
      return title;
    }

    /**
     * True where what was entered before would mean something else: such a change is refused while
     * anything stands that was entered so.
     */
    public boolean turnsMeaning() {
      return switch (this) {
        case CODES_GONE, UNIT, REFERENCE, UNSEALED, STATES_GONE, INDICATOR_UNIT, INDICATOR_KIND ->
            true;
        default -> false;
      };
    }

    /** True where a record that stands may no longer fit, though it means what it meant. */
    public boolean unfits() {
      return switch (this) {
        case LEDGER_GONE, FIELD_GONE, FIELD_REQUIRED, TYPE, CHECKS, INDICATOR_GONE -> true;
        default -> false;
      };
    }
  }
}
