package taizhang.books.pack;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of one ledger. */
final class ConditionReader {

  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']+)'.*");

  private final Fields fields;
  private final ConditionScope scope;
  private final Problems problems;

  ConditionReader(Fields fields, Problems problems) {
    this.fields = fields;
    this.scope = new ConditionScope(fields.sound().values());
    this.problems = problems;
  }

  /** The condition under a key, {@link Condition#ALWAYS} where there is none or it is broken. */
  Condition read(Tree.Mapping tree, String key) {
    Tree.Scalar text = tree.scalar(key);
    if (text == null || speaksOfUnsure(text.text())) {
      return Condition.ALWAYS;
    }
    try {
      return scope.compile(text.text());
    } catch (CelValidationException e) {
      for (CelIssue issue : e.getErrors()) {
        int line = issue.getSourceLocation().getLine();
        int column = issue.getSourceLocation().getColumn();
        problems.add(text.within(line, column), message(issue, text));
      }
      return Condition.ALWAYS;
    }
  }

  private boolean speaksOfUnsure(String text) {
    return fields.unsure().stream().anyMatch(text::contains);
  }

  private String message(CelIssue issue, Tree.Scalar text) {
    String said = issue.getMessage();
    Matcher undeclared = UNDECLARED.matcher(said);
    if (undeclared.matches()) {
      String name = undeclared.group(1);
      @Nullable Field field = fields.sound().get(name);
      return field != null && field.classification().sealed()
          ? "'" + name + "' is personal or sensitive: no rule reads it"
          : "there is no field '" + name + "'" + Suggestion.among(scope.names(), name);
    }
    return said.contains("no matching overload") && said.contains("(double, int)")
        ? said + "; write the whole number as a decimal, 100.0"
        : said + (text.inset() < 0 ? " (" + ConditionScope.line(issue) + ")" : "");
  }
}
