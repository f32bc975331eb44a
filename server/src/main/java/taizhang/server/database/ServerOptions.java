package taizhang.server.database;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the embedded server is started: given on its command line at every start, so that they are
 * always this program's. Sized for a town's small machine: two cores, a few GB of memory.
 */
final class ServerOptions {

  private static final Map<String, String> OPTIONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("listen_addresses", "127.0.0.1"),
              Map.entry("unix_socket_directories", ""),
              Map.entry("max_connections", "50"),
              Map.entry("password_encryption", "scram-sha-256"),
              // What was acknowledged survives a power cut. Never off.
              Map.entry("fsync", "on"),
              Map.entry("synchronous_commit", "on"),
              Map.entry("full_page_writes", "on"),
              Map.entry("wal_compression", "on"),
              Map.entry("max_wal_size", "2GB"),
              Map.entry("checkpoint_timeout", "15min"),
              Map.entry("shared_buffers", "256MB"),
              Map.entry("effective_cache_size", "1GB"),
              Map.entry("work_mem", "16MB"),
              Map.entry("maintenance_work_mem", "128MB"),
              Map.entry("random_page_cost", "1.1"),
              Map.entry("jit", "off"),
              // A query whose client was killed ends too, and so do its locks.
              Map.entry("client_connection_check_interval", "5s"),
              Map.entry("timezone", "UTC"),
              Map.entry("log_timezone", "UTC"),
              // Not the errors of statements: they are told to the client and may hold personal
              // data.
              Map.entry("log_min_messages", "log"),
              Map.entry("log_checkpoints", "off")));

  private ServerOptions() {}

  static List<String> arguments(int port) {
    var options = new TreeMap<>(OPTIONS);
    options.put("port", Integer.toString(port));
    return options.entrySet().stream()
        .flatMap(o -> java.util.stream.Stream.of("-c", o.getKey() + "=" + o.getValue()))
        .toList();
  }
}
