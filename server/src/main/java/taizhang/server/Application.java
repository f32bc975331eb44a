package taizhang.server;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.config.BeanDefinitionCustomizer;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import taizhang.server.database.Database;

/**
 * The server of pages over open books. Whoever starts it opened the database and closes it
 * afterwards.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class Application {

  /** Where the program listens and what it works with. */
  public record Place(Path home, Path data, String address, int port) {}

  /** Starts the pages; the context returned knows its port and stops them when closed. */
  public static ServletWebServerApplicationContext start(Database database, Place place) {
    return start(database, place, context -> {});
  }

  /**
   * The same with something said about the parts first.
   *
   * @param first told of the parts before any is made
   */
  public static ServletWebServerApplicationContext start(
      Database database,
      Place place,
      ApplicationContextInitializer<GenericApplicationContext> first) {
    SpringApplication application = new SpringApplication(Application.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setLazyInitialization(true);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(
        Map.of(
            "taizhang.home", place.home().toString(),
            "taizhang.packs", place.home().resolve("packs").toString(),
            "taizhang.data", place.data().toString(),
            "server.address", place.address(),
            "server.port", place.port()));
    application.addInitializers(context ->
        ((GenericApplicationContext) context)
            .registerBean(Database.class, () -> database, keptOpen()));
    application.addInitializers(first);
    return (ServletWebServerApplicationContext) application.run();
  }

  private static BeanDefinitionCustomizer keptOpen() {
    return definition -> definition.setDestroyMethodName("");
  }
}
