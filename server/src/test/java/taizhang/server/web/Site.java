package taizhang.server.web;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import taizhang.server.Application;
import taizhang.server.access.Account;
import taizhang.server.access.Accounts;
import taizhang.server.access.Sessions;
import taizhang.server.database.BooksDatabase;
import taizhang.server.web.signin.SessionCookie;

/** The pages over real books on a real port, with one small town. */
public final class Site implements AutoCloseable {

  private final BooksDatabase database = BooksDatabase.fresh();
  private final ConfigurableApplicationContext context;
  private final long road;

  private Site(ApplicationContextInitializer<GenericApplicationContext> first) {
    context =
        Application.start(
            database.database(),
            new Application.Place(Path.of("..").toAbsolutePath(), keys(), "127.0.0.1", 0),
            first);
    road = SampleTown.enter(context);
  }

  public static Site open() {
    return new Site(context -> {});
  }

  /** The pages as they are at the time that a test's clock shows. */
  public static Site open(InstantSource clock) {
    return new Site(context ->
        context.addBeanFactoryPostProcessor(factory -> {
          ((BeanDefinitionRegistry) factory).removeBeanDefinition("clock");
          factory.registerSingleton("testClock", clock);
        }));
  }

  /** A record with a correction in its thread. */
  public long road() {
    return road;
  }

  /** The cookie of a browser that a person is signed in with, admitted at need. */
  public Cookie signedIn(String login) {
    Accounts accounts = get(Accounts.class);
    Account account =
        accounts
            .find(login)
            .orElseGet(() -> accounts.admit(login, login, "correct horse battery", false));
    String secret = get(Sessions.class).start(account, "127.0.0.1", "test");
    return new Cookie(SessionCookie.NAME, secret).setUrl(url("/"));
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public String url(String path) {
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
