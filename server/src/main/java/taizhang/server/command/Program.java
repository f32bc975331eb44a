package taizhang.server.command;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.classreading.MetadataReader;
import taizhang.server.database.Database;
import taizhang.server.database.DatabaseSettings;

/**
 * The open books with the parts of the server that commands use, without its pages. Each part is
 * made when it is asked for.
 */
final class Program implements AutoCloseable {

  private static final String ROOT = "taizhang.server";

  private final Database database;
  private final AnnotationConfigApplicationContext context;

  private Program(Database database, AnnotationConfigApplicationContext context) {
    this.database = database;
    this.context = context;
  }

  /** Opens the database of a setting, or shares that of the program that runs beside. */
  static Program open(Setting setting, Path data) {
    Database database = Database.open(DatabaseSettings.of(data, setting.environment()));
    try {
      return new Program(database, context(database, setting, data));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static AnnotationConfigApplicationContext context(
      Database database, Setting setting, Path data) {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(
        Database.class, () -> database, definition -> definition.setDestroyMethodName(""));
    Map<String, Object> properties = setting.properties(data);
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("command line", properties));
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
    scanner.addExcludeFilter((type, types) -> ofServing(type));
    scanner.scan(ROOT);
    context.addBeanFactoryPostProcessor(Program::lazily);
    context.refresh();
    return context;
  }

  /** Keys are made by whoever needs them, and so is everything else. */
  private static void lazily(ConfigurableListableBeanFactory factory) {
    for (String name : factory.getBeanDefinitionNames()) {
      factory.getBeanDefinition(name).setLazyInit(true);
    }
  }

  private static boolean ofServing(MetadataReader type) {
    String name = type.getClassMetadata().getClassName();
    return name.equals(ROOT + ".Application")
        || name.contains(".web.")
        || name.contains(".schedule.");
  }

  /** A part of the server. */
  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  Database database() {
    return database;
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
