package taizhang.server.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an audit trail is asked for, the newest first.
 *
 * @param logins whose, null for everybody's
 * @param act what kind, empty for all
 * @param from what was done since, null for the beginning
 * @param until what was done before, null for now
 * @param before only what came before this number; {@link Long#MAX_VALUE} for the newest
 * @param limit how many at most
 */
public record TraceQuery(
    @Nullable List<String> logins,
    String act,
    @Nullable Instant from,
    @Nullable Instant until,
    long before,
    int limit) {

  public TraceQuery {
    logins = logins == null ? null : List.copyOf(logins);
  }

  /** The newest of one kind, of one person or of everybody where the login is empty. */
  public static TraceQuery newest(String login, String act, int limit) {
    return new TraceQuery(
        login.isEmpty() ? null : List.of(login), act, null, null, Long.MAX_VALUE, limit);
  }

  /** As an array for PostgreSQL; empty for everybody's, where {@link #anybody} is true. */
  String[] people() {
    return logins == null ? new String[0] : logins.toArray(String[]::new);
  }

  boolean anybody() {
    return logins == null;
  }

  Instant since() {
    return from == null ? Instant.EPOCH : from;
  }

  /** As good as never: the year 9999. */
  Instant end() {
    return until == null ? Instant.parse("9999-01-01T00:00:00Z") : until;
  }
}
