package taizhang.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is really full: a small one, mounted for other programs only, in a namespace of their
 * own.
 */
class FullDiskTest {

  @TempDir Path folder;

  @Test
  void aFirstStartOnAFullDiskIsRefusedBeforeAnythingIsWritten() throws Exception {
    var disk = Files.createDirectory(folder.resolve("disk"));
    try (var neighbour = onDisk(disk, "50m", "\"$@\" </dev/null")) {
      assertThat(neighbour.says()).startsWith("refused DISK_FULL").contains("磁盘已满");
    }
  }

  @Test
  void aFullDiskIsNamedAndAfterMakingRoomAllIsThere() throws Exception {
    var disk = Files.createDirectory(folder.resolve("disk"));
    var script =
        """
        "$@" </dev/null
        dd if=/dev/zero of=%1$s/filler bs=64k 2>/dev/null
        "$@" </dev/null
        rm %1$s/filler
        "$@" </dev/null
        """
            .formatted(disk);
    try (var neighbour = onDisk(disk, "400m", script)) {
      assertThat(neighbour.says()).isEqualTo("open");
      assertThat(neighbour.says()).isEqualTo("closed");
      assertThat(neighbour.says()).startsWith("refused DISK_FULL");
      assertThat(neighbour.says()).isEqualTo("open");
      assertThat(neighbour.says()).isEqualTo("closed");
    }
  }

  private static Neighbour onDisk(Path disk, String size, String script) throws IOException {
    var mount = "mount -t tmpfs -o size=" + size + " tmpfs " + disk + " || exit 1\n";
    return Neighbour.startedBy(
        List.of("unshare", "--map-root-user", "--mount", "sh", "-c", mount + script, "sh"),
        disk.resolve("data"));
  }
}
