package taizhang.books.pack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Which fields of a ledger are added up: amounts and counts, of which two records have twice as
 * much. Years, numbers of versions, scores, ages, prices and rates are not: their sum says nothing.
 *
 * <p>A field is added up where it is posted as it stands to a flow or a stock, for that is what the
 * indicator does too; or where its unit is that of an amount and it is the record's own, not copied
 * from one that many refer to. A pack that knows better says {@code total}.
 */
final class Additive {

  /** Units of what lasts, ranks or scores. */
  private static final Set<String> DEGREES =
      Set.of("天", "日", "分钟", "小时", "个月", "月", "年", "岁", "分", "名", "级", "%", "‰", "度", "℃", "层");

  private Additive() {}

  /** The fields that have a total, in the order of the form. */
  static List<Field> of(Ledger ledger) {
    return ledger.fields().values().stream()
        .filter(field -> !field.classification().sealed())
        .filter(field -> FieldType.NUMBERS.contains(field.type()))
        .filter(field -> added(ledger, field))
        .toList();
  }

  private static boolean added(Ledger ledger, Field field) {
    Boolean said = field.total();
    if (said != null) {
      return said;
    }
    if (ledger.isCopied(field.name())) {
      return posted(ledger, field);
    }
    String unit = field.unit();
    return switch (field.type()) {
      case INTEGER -> posted(ledger, field) || (unit != null && amount(unit));
      case MONEY, QUANTITY, DECIMAL ->
          unit != null && (amount(unit) || posted(ledger, field)) && !unit.contains("每");
      default -> false;
    };
  }

  private static boolean amount(String unit) {
    return !DEGREES.contains(unit) && !unit.contains("每") && !unit.contains("/");
  }

  private static boolean posted(Ledger ledger, Field field) {
    return ledger.post().stream()
        .filter(rule -> rule.kind() == IndicatorKind.FLOW || rule.kind() == IndicatorKind.STOCK)
        .map(PostingRule::amount)
        .anyMatch(amount ->
            amount.fields().equals(List.of(field.name()))
                && amount.constant().compareTo(BigDecimal.ONE) == 0);
  }
}
