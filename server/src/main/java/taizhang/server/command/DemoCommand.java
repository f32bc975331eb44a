package taizhang.server.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}: the main job on the three townships, then the pages unless {@code --once}. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

  @Option(names = "--once")
  private boolean once;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out")
  private Path out = Path.of("out");

  @Option(names = "--port", paramLabel = "N", defaultValue = Serving.PORT)
  private int port;

  private final Taizhang taizhang;

  DemoCommand(Taizhang taizhang) {
    this.taizhang = taizhang;
  }

  @Override
  public Integer call() {
    int free = once ? 0 : Serving.free(Serving.LOOPBACK, port);
    taizhang.console().note("demo.opening", taizhang.data());
    Program program = taizhang.open();
    try {
      boolean sound = run(program);
      if (once) {
        program.close();
        return sound ? Exit.DONE : Exit.ATTEND;
      }
      Serving.start(taizhang.setting(), taizhang.data(), program, Serving.LOOPBACK, free)
          .untilEnded(taizhang.console(), Serving.LOOPBACK);
      return Exit.DONE;
    } catch (RuntimeException e) {
      program.close();
      throw e;
    }
  }

  private boolean run(Program program) {
    try (Ending ending = Ending.of(program, taizhang.console())) {
      return new DemoRun(taizhang, program, out, ending).run();
    }
  }
}
