package taizhang.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import taizhang.server.audit.Verification;
import taizhang.server.audit.VerificationResult;
import taizhang.server.backup.BackupRefused;
import taizhang.server.backup.Restore;
import taizhang.server.town.Town;
import taizhang.server.town.Towns;

/** {@code restore FILE}: brings a backup back into an empty database and verifies it. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  private final Taizhang taizhang;

  RestoreCommand(Taizhang taizhang) {
    this.taizhang = taizhang;
  }

  @Override
  public Integer call() {
    Console console = taizhang.console();
    try (Program program = taizhang.open()) {
      Restore.Restored restored = program.get(Restore.class).read(file);
      console.say(
          "restore.done",
          file,
          restored.manifest().towns().size(),
          restored.manifest().entries(),
          restored.manifest().at());
      if (restored.keysMissing()) {
        console.note("restore.keys", taizhang.data().resolve("keys"));
      }
      return verify(program) ? Exit.DONE : Exit.ATTEND;
    } catch (BackupRefused refused) {
      throw Stop.refused("restore." + refused.reason(), file, String.valueOf(refused.getMessage()));
    } catch (IOException e) {
      throw Stop.refused("file.unreadable", file, String.valueOf(e.getMessage()));
    }
  }

  private boolean verify(Program program) {
    boolean sound = true;
    for (Town town : program.get(Towns.class).all()) {
      VerificationResult result = program.get(Verification.class).verify(town.code());
      VerifyCommand.say(taizhang.console(), town, result);
      sound &= result.sound();
    }
    return sound;
  }
}
