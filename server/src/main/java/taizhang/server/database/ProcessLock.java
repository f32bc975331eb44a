package taizhang.server.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock between processes that the kernel lifts when its holder dies, however it dies.
 *
 * <p>Closing any channel of a file lifts all of this process's locks on it, so a file is opened
 * once at most.
 */
final class ProcessLock implements Closeable {

  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private ProcessLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** The lock for this process alone, or null where somebody holds it. */
  static @Nullable ProcessLock tryHold(Path file) throws IOException {
    return tryHold(file, false);
  }

  /** The lock shared with others, or null where somebody holds it alone. */
  static @Nullable ProcessLock tryShare(Path file) throws IOException {
    return tryHold(file, true);
  }

  /** The lock for this process alone as soon as it is free; empty when the time is up. */
  static Optional<ProcessLock> hold(Path file, Duration atMost) throws IOException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      var held = tryHold(file);
      if (held != null || System.nanoTime() > deadline) {
        return Optional.ofNullable(held);
      }
      if (!Patience.pause()) {
        return Optional.empty();
      }
    }
  }

  private static @Nullable ProcessLock tryHold(Path file, boolean shared) throws IOException {
    if (!HELD_HERE.add(file)) {
      return null;
    }
    ProcessLock held = null;
    try {
      var channel = FileChannel.open(file, CREATE, READ, WRITE);
      try {
        if (channel.tryLock(0, Long.MAX_VALUE, shared) != null) {
          held = new ProcessLock(file, channel);
        }
      } finally {
        if (held == null) {
          channel.close();
        }
      }
    } finally {
      if (held == null) {
        HELD_HERE.remove(file);
      }
    }
    return held;
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
