package taizhang.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;
import taizhang.server.Application;
import taizhang.server.database.BooksDatabase;

/** The pages over real books on a real port, with one small town. */
final class Site implements AutoCloseable {

  private final BooksDatabase database = BooksDatabase.fresh();
  private final ConfigurableApplicationContext context;
  private final long road;

  private Site() {
    context =
        Application.start(
            database.database(),
            new Application.Place(Path.of("..").toAbsolutePath(), keys(), "127.0.0.1", 0));
    try {
      road = SampleTown.enter(context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Site open() {
    return new Site();
  }

  /** A record with a correction in its thread. */
  long road() {
    return road;
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  String url(String path) {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path;
  }

  private static Path keys() {
    try {
      return Files.createDirectories(Path.of("target", "test-keys"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
