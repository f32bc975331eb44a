package taizhang.server.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Types and methods of Java sources as the JDK's own compiler parses them. */
final class Declarations {

  /** A type with the file it is declared in. */
  record Type(String path, String name, boolean topLevel, boolean hidden) {}

  /** A method with the lines from its signature to its closing brace. */
  record Method(String path, String name, long lines) {
    @Override
    public String toString() {
      return path + "#" + name;
    }
  }

  final List<Type> types = new ArrayList<>();
  final List<Method> methods = new ArrayList<>();

  private Declarations() {}

  static Declarations of(List<House.Source> sources) {
    Declarations found = new Declarations();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<InMemory> units = sources.stream().map(InMemory::new).toList();
    JavacTask task = (JavacTask) compiler.getTask(null, null, d -> {}, null, null, units);
    try {
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      task.parse().forEach(unit -> found.new Walk(unit, positions).scan(unit, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private final class Walk extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String path;

    Walk(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
      this.path = unit.getSourceFile().toUri().getPath().substring(1);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      boolean topLevel = unit.getTypeDecls().contains(type);
      boolean hidden = !type.getModifiers().getFlags().contains(Modifier.PUBLIC);
      types.add(new Type(path, type.getSimpleName().toString(), topLevel, hidden));
      return super.visitClass(type, nothing);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      long lines = line(positions.getEndPosition(unit, method)) - line(signature(method)) + 1;
      methods.add(new Method(path, method.getName().toString(), lines));
      return super.visitMethod(method, nothing);
    }

    /** Where its type stands, behind annotations; a constructor has none. */
    private long signature(MethodTree method) {
      Tree type = method.getReturnType();
      Tree start = type == null ? method : type;
      return positions.getStartPosition(unit, start);
    }

    private long line(long position) {
      return position < 0 ? 0 : unit.getLineMap().getLineNumber(position);
    }
  }

  private static final class InMemory extends SimpleJavaFileObject {
    private final String text;

    InMemory(House.Source source) {
      super(URI.create("string:///" + source.path()), JavaFileObject.Kind.SOURCE);
      text = source.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
