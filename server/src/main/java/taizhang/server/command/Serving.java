package taizhang.server.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import taizhang.server.Application;
import taizhang.server.access.Accounts;
import taizhang.server.access.FirstRun;
import taizhang.server.database.ServeLock;

/** The pages, served until the program is told to end. */
final class Serving implements AutoCloseable {

  /** Where the pages are served unless told otherwise: to this machine alone. */
  static final String LOOPBACK = "127.0.0.1";

  /** The usual port. */
  static final String PORT = "8080";

  private final Program program;
  private final ServeLock lock;
  private final ServletWebServerApplicationContext pages;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Serving(Program program, ServeLock lock, ServletWebServerApplicationContext pages) {
    this.program = program;
    this.lock = lock;
    this.pages = pages;
  }

  /**
   * A port that can be listened on: the one asked for, or a free one for 0.
   *
   * @throws Stop where it is taken or the address is none of this machine
   */
  static int free(String address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
      return socket.getLocalPort();
    } catch (UnknownHostException e) {
      throw Stop.environment("serve.address", address);
    } catch (IOException | IllegalArgumentException e) {
      throw Stop.environment("serve.port", address, port);
    }
  }

  /** Serves the books of an open program, which it closes in the end. */
  static Serving start(Setting setting, Path data, Program program, String address, int port) {
    ServeLock lock = ServeLock.take(data, port);
    try {
      var place = new Application.Place(setting.home(), data, address, port);
      var pages = Application.start(program.database(), place);
      return new Serving(program, lock, pages);
    } catch (PortInUseException e) {
      lock.close();
      throw Stop.environment("serve.port", address, port);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  int port() {
    return Objects.requireNonNull(pages.getWebServer()).getPort();
  }

  /** Says where the pages are and serves until Ctrl-C or a request to end. */
  void untilEnded(Console console, String address) {
    program.database().closedByCaller();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  console.note("serve.ending");
                  close();
                  console.note("serve.ended");
                },
                "end"));
    console.say("serve.at", "http://" + address + ":" + port());
    if (pages.getBean(Accounts.class).none()) {
      console.say("serve.first", pages.getBean(FirstRun.class).code());
    }
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
    }
  }

  @Override
  public void close() {
    pages.close();
    lock.close();
    program.close();
    ended.countDown();
  }
}
