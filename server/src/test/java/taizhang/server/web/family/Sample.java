package taizhang.server.web.family;

import java.math.BigDecimal;
import taizhang.books.pack.Field;

/** Something a field's declaration accepts, written as a person would type it. */
final class Sample {

  private Sample() {}

  static String of(Field field) {
    return switch (field.type()) {
      case TEXT -> field.title() + "甲";
      case LONG_TEXT -> "经核实，" + field.title() + "如实登记。";
      case INTEGER -> number(field, "3");
      case DECIMAL, MONEY, QUANTITY -> number(field, "12.5");
      case PERCENT -> number(field, "80");
      case DATE -> "2024-05-20";
      case TIME -> "09:30";
      case PERIOD -> "2024";
      case YES_NO -> "true";
      case CODE -> field.codes().firstEntry().getKey();
      case AREA -> WholeTown.VILLAGE;
      case PERSON -> "张三";
      case HOUSEHOLD -> "3708991102010007";
      case ENTERPRISE -> "临港机械有限公司";
      case PHONE -> "13800000000";
      case PLACE -> "村委会东 200 米";
      case FILE, PHOTO -> "";
      case REF -> throw new IllegalArgumentException(field.title() + " is picked, not typed");
      case INDICATOR -> "economy.fiscal_revenue";
    };
  }

  private static String number(Field field, String usual) {
    BigDecimal number = new BigDecimal(usual);
    if (field.min() != null) {
      number = number.max(field.min());
    }
    if (field.max() != null) {
      number = number.min(field.max());
    }
    return number.toPlainString();
  }
}
