package taizhang.books.pack;

import java.util.stream.Collectors;

/**
 * The part of a hand-over page that tells how a field follows from others.
 *
 * @param ledger the field's
 */
record HandoverDerivation(Ledger ledger, Packs packs) {

  /** How a field follows that nobody enters. */
  String of(Field field, Derivation derivation) {
    return switch (derivation) {
      case Derivation.Reckoned reckoned -> "由系统计算：" + formula(reckoned.formula());
      case Derivation.Banded banded ->
          banded.tables().stream()
              .map(table -> table(field, banded, table))
              .collect(Collectors.joining("；"));
      case Derivation.RolledUp up -> "由系统汇总：" + rolledUp(up);
    };
  }

  private String formula(Arithmetic formula) {
    return switch (formula) {
      case Arithmetic.Number number -> number.value().toPlainString();
      case Arithmetic.Named named -> title(named.field());
      case Arithmetic.Days days -> title(days.from()) + "至" + title(days.to()) + "的天数";
      case Arithmetic.Both both -> {
        String left = formula(both.left());
        String right = formula(both.right());
        yield switch (both.does()) {
          case "+" -> "(" + left + "＋" + right + ")";
          case "-" -> "(" + left + "－" + right + ")";
          case "*" -> left + "×" + right;
          case "/" -> left + "÷" + right;
          case "or" -> left + "（没有的按" + right + "）";
          default -> left + "、" + right + (both.does().equals("min") ? "取小" : "取大");
        };
      }
    };
  }

  private String table(Field field, Derivation.Banded banded, Derivation.Table table) {
    String steps =
        table.steps().stream()
            .map(step ->
                field.codes().get(step.code())
                    + (step.atLeast() == null ? "为其余" : "≥" + step.atLeast().toPlainString()))
            .collect(Collectors.joining("、"));
    String from = table.from() == null ? "" : "自" + table.from() + "起";
    return from + "按" + title(banded.of()) + "分档：" + steps + "（依据：" + table.source() + "）";
  }

  private String rolledUp(Derivation.RolledUp up) {
    Ledger below = packs.ledger(up.ledger());
    Field of = below == null || up.of() == null ? null : below.fields().get(up.of());
    String what = of == null ? "" : of.title();
    return (below == null ? "" : "“" + below.title() + "”")
        + switch (up.take()) {
          case SUM -> "的" + what + "合计";
          case COUNT -> "条数";
          case LATEST -> "最近一条的" + what;
        };
  }

  private String title(String name) {
    Field field = ledger.fields().get(name);
    return field == null ? name : field.title();
  }
}
