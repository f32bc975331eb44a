package taizhang.books.pack;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the conditions of one ledger may speak of. Making one costs more than compiling with it, so
 * a ledger's conditions share it.
 */
final class ConditionScope {

  private static final CelOptions OPTIONS =
      CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

  /** Starts the machinery of conditions, which takes a while, only when something is asked. */
  private static final class Machine {
    static final CelRuntime RUNTIME =
        CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();
  }

  private final Map<String, FieldType> types = new LinkedHashMap<>();
  private @Nullable CelCompiler compiler;

  ConditionScope(Collection<Field> fields) {
    for (Field field : fields) {
      if (!field.classification().sealed()) {
        types.put(field.name(), field.type());
      }
    }
  }

  /**
   * Starts the machinery in the background, the first time only, so that conditions need not wait
   * for it: it takes about as long as reading packs and checking their shape.
   */
  static void warmUp() {
    WarmUp.THREAD.isAlive();
  }

  private static final class WarmUp {
    static final Thread THREAD =
        Thread.ofPlatform()
            .daemon()
            .name("conditions-warm-up")
            .start(() -> Condition.compile("state <= today || today == ''", List.of()));
  }

  /** Checks and compiles a condition; see {@link #check}. */
  Condition compile(String text) throws CelValidationException {
    return condition(text, check(text));
  }

  /**
   * Parses and checks a condition.
   *
   * @throws CelValidationException where it does not parse, names an unknown field or does not
   *     yield yes or no; with CEL's own messages and places
   */
  CelAbstractSyntaxTree check(String text) throws CelValidationException {
    return compiler().compile(text).getAst();
  }

  /** The condition of a text that was checked here. */
  Condition condition(String text, CelAbstractSyntaxTree checked) {
    Map<String, FieldType> used = new HashMap<>(types);
    used.keySet().removeIf(name -> !text.contains(name));
    try {
      return new Condition(text, Machine.RUNTIME.createProgram(checked), used);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("a checked condition that cannot be run: " + text, e);
    }
  }

  private CelCompiler compiler() {
    if (compiler == null) {
      CelCompilerBuilder builder =
          CelCompilerFactory.standardCelCompilerBuilder()
              .setOptions(OPTIONS)
              .setResultType(SimpleType.BOOL)
              .addVar("state", SimpleType.STRING)
              .addVar("today", SimpleType.STRING);
      types.forEach((name, type) -> builder.addVar(name, celType(type)));
      compiler = builder.build();
    }
    return compiler;
  }

  private static CelType celType(FieldType type) {
    return switch (type.form()) {
      case YES_NO -> SimpleType.BOOL;
      case INTEGER -> SimpleType.INT;
      case DECIMAL -> SimpleType.DOUBLE;
      case TEXT, DATE, TIME, PERIOD, LISTING -> SimpleType.STRING;
    };
  }

  /** What conditions may speak of here. */
  Collection<String> names() {
    List<String> names = new ArrayList<>(types.keySet());
    names.add("state");
    names.add("today");
    return names;
  }

  /** One complaint of CEL's on a line, with its place in the condition. */
  static String line(CelIssue issue) {
    return issue.getSourceLocation().getLine()
        + ":"
        + (issue.getSourceLocation().getColumn() + 1)
        + ": "
        + issue.getMessage();
  }
}
