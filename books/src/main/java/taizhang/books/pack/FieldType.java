package taizhang.books.pack;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a field of a ledger holds; each type knows how its text is written in the books. */
public enum FieldType {
  TEXT(Form.TEXT),
  LONG_TEXT(Form.TEXT),
  INTEGER(Form.INTEGER),
  DECIMAL(Form.DECIMAL),
  /** An amount of money in the field's currency, base unit (元, 美元). */
  MONEY(Form.DECIMAL),
  /** An amount in the field's unit (亩, 公里, 吨). */
  QUANTITY(Form.DECIMAL),
  PERCENT(Form.DECIMAL),
  DATE(Form.DATE),
  /** Hour and minute of a day, {@code 17:59}. */
  TIME(Form.TIME),
  /** A period as statistics writes it, {@code 2023-01/2023-10}. */
  PERIOD(Form.PERIOD),
  YES_NO(Form.YES_NO),
  /** One of the field's codes. */
  CODE(Form.TEXT),
  /** The statistical code of an area. */
  AREA(Form.TEXT),
  PERSON(Form.TEXT),
  HOUSEHOLD(Form.TEXT),
  ENTERPRISE(Form.TEXT),
  PHONE(Form.TEXT),
  FILE(Form.LISTING),
  PHOTO(Form.LISTING),
  PLACE(Form.TEXT),
  /** Another record, by its number. */
  REF(Form.INTEGER),
  /** The code of an indicator. */
  INDICATOR(Form.TEXT);

  /** How values of a type are written. */
  public enum Form {
    TEXT,
    INTEGER,
    DECIMAL,
    DATE,
    TIME,
    PERIOD,
    YES_NO,
    LISTING
  }

  /** The types whose values can be reckoned with. */
  static final Set<FieldType> NUMBERS =
      Collections.unmodifiableSet(EnumSet.of(INTEGER, DECIMAL, MONEY, QUANTITY, PERCENT));

  /** The types that take no more than a greatest number: numbers, and how many files. */
  static final Set<FieldType> COUNTED =
      Collections.unmodifiableSet(
          EnumSet.of(INTEGER, DECIMAL, MONEY, QUANTITY, PERCENT, FILE, PHOTO));

  private final Form form;

  FieldType(Form form) {
    this.form = form;
  }

  public Form form() {
    return form;
  }

  /** The word in packs. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the screen calls it. */
  public String title() {
    return switch (this) {
      case TEXT -> "文字";
      case LONG_TEXT -> "长文字";
      case INTEGER -> "整数";
      case DECIMAL -> "数";
      case MONEY -> "金额";
      case QUANTITY -> "数量";
      case PERCENT -> "百分比";
      case DATE -> "日期";
      case TIME -> "时间";
      case PERIOD -> "时期";
      case YES_NO -> "是否";
      case CODE -> "代码";
      case AREA -> "区域";
      case PERSON -> "人员";
      case HOUSEHOLD -> "户";
      case ENTERPRISE -> "单位";
      case PHONE -> "电话";
      case FILE -> "附件";
      case PHOTO -> "照片";
      case PLACE -> "位置";
      case REF -> "引用";
      case INDICATOR -> "指标";
    };
  }

  /** Reads {@link #code()}. */
  public static FieldType of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
