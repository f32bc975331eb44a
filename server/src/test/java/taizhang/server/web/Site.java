package taizhang.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import taizhang.server.database.BooksDatabase;
import taizhang.server.database.Database;

/** The pages over real books on a real port, with one small town. */
final class Site implements AutoCloseable {

  private final BooksDatabase database = BooksDatabase.fresh();
  private final ConfigurableApplicationContext context;
  private final long road;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      excludeName = {
        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
        "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
      })
  @ComponentScan({
    "taizhang.server.town",
    "taizhang.server.ledger",
    "taizhang.server.figure",
    "taizhang.server.audit",
    "taizhang.server.report",
    "taizhang.server.web"
  })
  static class Program {}

  private Site() {
    Database books = database.database();
    context =
        new SpringApplicationBuilder(Program.class)
            .initializers(each ->
                ((org.springframework.context.support.GenericApplicationContext) each)
                    .registerBean(Database.class, () -> books, bd -> bd.setDestroyMethodName("")))
            .properties(
                "server.port=" + System.getProperty("site.port", "0"),
                "server.address=127.0.0.1",
                "taizhang.demo=true",
                "spring.main.banner-mode=off",
                "taizhang.data=" + keys())
            .run();
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
