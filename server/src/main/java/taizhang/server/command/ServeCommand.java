package taizhang.server.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the site and the API on the existing database. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "N", defaultValue = Serving.PORT)
  private int port;

  @Option(names = "--bind", paramLabel = "ADDR", defaultValue = Serving.LOOPBACK)
  private String address = Serving.LOOPBACK;

  private final Taizhang taizhang;

  ServeCommand(Taizhang taizhang) {
    this.taizhang = taizhang;
  }

  @Override
  public Integer call() {
    int free = Serving.free(address, port);
    if (!address.equals(Serving.LOOPBACK)) {
      taizhang.console().note("serve.exposed", address);
    }
    Program program = taizhang.open();
    try {
      Serving.start(taizhang.setting(), taizhang.data(), program, address, free)
          .untilEnded(taizhang.console(), address);
      return Exit.DONE;
    } catch (RuntimeException e) {
      program.close();
      throw e;
    }
  }
}
