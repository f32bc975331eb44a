package taizhang.server.demo;

import java.nio.file.Path;
import taizhang.books.pack.Packs;

/** The project's own packs and demonstration, read once. */
final class DemoFiles {

  static final Path DEMO = Path.of("../demo");
  static final Packs PACKS = Packs.read(Path.of("../packs"));
  static final Demo READ = Demo.read(DEMO, PACKS);

  private DemoFiles() {}
}
