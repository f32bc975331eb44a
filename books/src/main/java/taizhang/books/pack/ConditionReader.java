package taizhang.books.pack;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of one ledger. */
final class ConditionReader {

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']+)'.*");

  private static final Pattern CANDIDATES = Pattern.compile(" \\(candidates: .*\\)$");

  private final Fields fields;
  private final ConditionScope scope;
  private final @Nullable Collection<String> states;
  private final Problems problems;

  /**
   * The reader of a ledger's conditions.
   *
   * @param states of the ledger's lifecycle, empty where it has none, null where that cannot be
   *     said
   */
  ConditionReader(Fields fields, @Nullable Collection<String> states, Problems problems) {
    this.fields = fields;
    this.states = states;
    this.scope = new ConditionScope(fields.sound().values());
    this.problems = problems;
  }

  /** The condition under a key, {@link Condition#ALWAYS} where there is none or it is broken. */
  Condition read(Tree.Mapping tree, String key) {
    Tree.Scalar text = tree.scalar(key);
    if (text == null || !problems.sound(tree) || speaksOfUnsure(text.text())) {
      return Condition.ALWAYS;
    }
    try {
      CelAbstractSyntaxTree checked = scope.check(text.text());
      ConditionWords.of(checked).forEach(pair -> check(pair, text));
      return scope.condition(text.text(), checked);
    } catch (CelValidationException e) {
      for (CelIssue issue : e.getErrors()) {
        int line = issue.getSourceLocation().getLine();
        int column = issue.getSourceLocation().getColumn();
        problems.add(text.within(line, column), message(issue, text));
      }
      return Condition.ALWAYS;
    }
  }

  /** A state or code that there is not can never be met. */
  private void check(ConditionWords pair, Tree.Scalar text) {
    Collection<String> allowed = allowed(pair.name());
    if (allowed != null && !pair.word().isEmpty() && !allowed.contains(pair.word())) {
      problems.add(
          text.within(1, pair.offset()),
          "'"
              + pair.name()
              + "' is never '"
              + pair.word()
              + "'"
              + Suggestion.among(allowed, pair.word()));
    }
  }

  private @Nullable Collection<String> allowed(String name) {
    if (name.equals("state")) {
      return states;
    }
    Field field = fields.sound().get(name);
    return field == null || field.type() != FieldType.CODE ? null : field.codes().keySet();
  }

  private boolean speaksOfUnsure(String text) {
    return fields.unsure().stream().anyMatch(text::contains);
  }

  private String message(CelIssue issue, Tree.Scalar text) {
    String said = CANDIDATES.matcher(issue.getMessage()).replaceFirst("");
    Matcher undeclared = UNDECLARED.matcher(said);
    if (undeclared.matches()) {
      String name = undeclared.group(1);
      @Nullable Field field = fields.sound().get(name);
      return field != null && field.classification().sealed()
          ? "'" + name + "' is personal or sensitive: no rule reads it"
          : "there is no field '" + name + "'" + Suggestion.among(scope.names(), name);
    }
    return said.contains("applied to '(double, int)'")
        ? said + "; write the whole number as a decimal, 100.0"
        : said + (text.inset() < 0 ? " (" + ConditionScope.line(issue) + ")" : "");
  }
}
