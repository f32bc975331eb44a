package taizhang.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.database.BooksDatabase;
import taizhang.server.database.Database;
import taizhang.server.figure.Figures;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.SystemLedger;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;

/** Books over a real database, wired as the program wires them, with a clock that tests set. */
public final class TestBooks implements AutoCloseable {

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private Instant now = Instant.parse("2024-01-15T04:00:00Z");

  private TestBooks(Database database, Map<String, Object> settings) {
    context.getDefaultListableBeanFactory().setAllowBeanDefinitionOverriding(true);
    context.registerBean(Database.class, () -> database, bd -> bd.setDestroyMethodName(""));
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test", Map.of("taizhang.data", keys().toString(), "taizhang.packs", "../packs")));
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("own", settings));
    context.scan(
        "taizhang.server.town",
        "taizhang.server.ledger",
        "taizhang.server.figure",
        "taizhang.server.matter",
        "taizhang.server.browse",
        "taizhang.server.exchange",
        "taizhang.server.conform",
        "taizhang.server.audit",
        "taizhang.server.access",
        "taizhang.server.upgrade");
    context.addBeanFactoryPostProcessor(factory -> {
      var registry = (org.springframework.beans.factory.support.BeanDefinitionRegistry) factory;
      registry.removeBeanDefinition("clock");
      factory.registerSingleton("testClock", (InstantSource) () -> now);
    });
    context.refresh();
  }

  private static Path keys() {
    try {
      return Files.createDirectories(Path.of("target", "test-keys"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TestBooks over(BooksDatabase database) {
    return new TestBooks(database.database(), Map.of());
  }

  /** Books with settings of the program. */
  public static TestBooks over(BooksDatabase database, Map<String, Object> settings) {
    return new TestBooks(database.database(), settings);
  }

  /** Books over a database that a test opened as the program does. */
  public static TestBooks over(Database database) {
    return new TestBooks(database, Map.of());
  }

  /** The towns registered. */
  public List<Town> towns() {
    return get(Towns.class).all();
  }

  /** Part of the program. */
  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public Entries entries() {
    return get(Entries.class);
  }

  public Figures figures() {
    return get(Figures.class);
  }

  /** Sets the clock. */
  public void at(String instant) {
    now = Instant.parse(instant);
  }

  /**
   * A town with a pack of its own beside the system pack, and areas {@code T} with the villages
   * {@code V} and {@code W}.
   */
  public Town town(String code, String yaml) {
    Town town = get(Towns.class).register(code, code);
    adopt(code, "system", read(Path.of("../packs/system/pack.yaml")));
    area(code, "T", "town", "");
    area(code, "V", "village", "T");
    area(code, "W", "village", "T");
    adopt(code, yaml.substring(6, yaml.indexOf('\n')).strip(), yaml);
    return town;
  }

  /** Adopts a pack. */
  public Receipt adopt(String town, String pack, String yaml) {
    return entries()
        .append(
            town,
            "test",
            Submission.open(
                SystemLedger.ADOPTION,
                "T",
                null,
                Map.of("pack", Value.of(pack), "version", Value.of(1), "yaml", Value.of(yaml))));
  }

  /** Enters an area. */
  public Receipt area(String town, String code, String level, String parent) {
    return entries()
        .append(
            town,
            "test",
            Submission.open(
                SystemLedger.AREA,
                "T",
                null,
                parent.isEmpty()
                    ? Map.of(
                        "code", Value.of(code),
                        "name", Value.of(code),
                        "level", Value.of(level),
                        "valid_from", Value.of("2000-01-01"))
                    : Map.of(
                        "code", Value.of(code),
                        "name", Value.of(code),
                        "level", Value.of(level),
                        "parent", Value.of(parent),
                        "valid_from", Value.of("2000-01-01"))));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
