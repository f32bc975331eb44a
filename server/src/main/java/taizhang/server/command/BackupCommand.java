package taizhang.server.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import taizhang.server.backup.Backup;
import taizhang.server.backup.Manifest;

/** {@code backup FILE}: everything there is, with a manifest. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--with-keys")
  private boolean withKeys;

  private final Taizhang taizhang;

  BackupCommand(Taizhang taizhang) {
    this.taizhang = taizhang;
  }

  @Override
  public Integer call() {
    Console console = taizhang.console();
    List<Manifest> written = new ArrayList<>();
    try (Program program = taizhang.open()) {
      Backup backup = program.get(Backup.class);
      OutFile.write(file, partial -> written.add(backup.write(partial, withKeys)));
    }
    Manifest manifest = written.getFirst();
    console.say("backup.done", file, manifest.towns().size(), manifest.entries());
    manifest
        .towns()
        .forEach(head -> console.say("backup.head", head.name(), head.seq(), head.hash()));
    if (withKeys) {
      console.note("backup.with-keys", file);
    } else if (manifest.keys() != null) {
      console.note("backup.without-keys", taizhang.data().resolve("keys"));
    }
    return Exit.DONE;
  }
}
