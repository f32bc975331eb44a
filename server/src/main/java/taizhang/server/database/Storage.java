package taizhang.server.database;

import static taizhang.server.database.DatabaseUnavailable.Reason.DISK_FULL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Telling a full disk from other trouble. */
final class Storage {

  private Storage() {}

  static boolean full(Throwable e) {
    return full(String.valueOf(e.getMessage())) || (e.getCause() != null && full(e.getCause()));
  }

  static boolean full(String text) {
    return text.contains("No space left on device") || text.contains("Disk quota exceeded");
  }

  /** On a full disk a server cannot even write why it does not start. */
  static boolean nothingLeft(Path directory) throws IOException {
    return left(directory) < 1 << 20;
  }

  static long left(Path directory) throws IOException {
    return Files.getFileStore(directory).getUsableSpace();
  }

  static DatabaseUnavailable fullAt(Path directory, Throwable cause) {
    return new DatabaseUnavailable(
        DISK_FULL,
        "The disk of "
            + directory
            + " is full: free at least 500 MB and start again; what was recorded is safe.",
        "目录 " + directory + " 所在磁盘已满：请至少腾出 500 MB 后重新启动；已登记的数据不受影响。",
        cause);
  }
}
