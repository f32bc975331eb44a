package taizhang.books.pack;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words that a condition compares a field or the state with: CEL cannot know that {@code origin
 * == 'domestik'} never holds, but a pack's codes and states can tell.
 *
 * @param name the field, or {@code state}
 * @param word the word compared with
 * @param offset characters before it in the condition
 */
record ConditionWords(String name, String word, int offset) {

  private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "@in");

  /** Every such pair in a condition. */
  static List<ConditionWords> of(CelAbstractSyntaxTree condition) {
    return CelNavigableAst.fromAst(condition)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(ConditionWords::compares)
        .flatMap(comparison -> pairs(comparison, condition))
        .toList();
  }

  private static boolean compares(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.CALL
        && COMPARISONS.contains(expr.call().function())
        && expr.call().args().size() == 2;
  }

  private static Stream<ConditionWords> pairs(CelExpr comparison, CelAbstractSyntaxTree whole) {
    CelExpr left = comparison.call().args().get(0);
    CelExpr right = comparison.call().args().get(1);
    return Stream.concat(pair(left, right, whole), pair(right, left, whole));
  }

  private static Stream<ConditionWords> pair(
      CelExpr name, CelExpr words, CelAbstractSyntaxTree whole) {
    if (name.getKind() != CelExpr.ExprKind.Kind.IDENT) {
      return Stream.empty();
    }
    List<CelExpr> constants =
        words.getKind() == CelExpr.ExprKind.Kind.LIST ? words.list().elements() : List.of(words);
    return constants.stream()
        .filter(ConditionWords::isWord)
        .map(word ->
            new ConditionWords(
                name.ident().name(),
                word.constant().stringValue(),
                whole.getSource().getPositionsMap().getOrDefault(word.id(), 0)));
  }

  private static boolean isWord(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }
}
