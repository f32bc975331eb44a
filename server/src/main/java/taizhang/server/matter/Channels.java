package taizhang.server.matter;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.server.town.Town;

/**
 * Where people want to be told beside the site (records of {@code matters.channel}), as far as the
 * operator allows the place: {@code taizhang.webhooks} lists hosts, separated by commas; letters go
 * where {@link Mail} has a server. Without either nothing leaves the machine.
 */
@Service
public class Channels {

  /** The kind of channel that is a mailbox. */
  static final String EMAIL = "email";

  private final Mail mail;
  private final List<String> hosts;

  Channels(Mail mail, @Value("${taizhang.webhooks:}") String hosts) {
    this.mail = mail;
    this.hosts =
        Arrays.stream(hosts.split(",", -1)).map(String::strip).filter(h -> !h.isEmpty()).toList();
  }

  /** A way to tell a person something outside. */
  private record Way(String kind, String address) {}

  /** True where something may be sent to an address by a kind of channel. */
  boolean allows(String kind, String address) {
    return kind.equals(EMAIL) ? mail.allows(address) : hooks(address);
  }

  /** Http(s), no credentials, a host allowed. */
  private boolean hooks(String address) {
    try {
      URI uri = URI.create(address);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      String place = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
      return web && uri.getUserInfo() == null && uri.getHost() != null && hosts.contains(place);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Queues a notification for each channel of a person that is in use and allowed. */
  void queue(Town town, long notification, String login, Instant now, JdbcClient sql) {
    List<Way> ways =
        sql.sql(
                """
                select image ->> 'kind', image ->> 'address' from record
                where town = ? and ledger = 'matters.channel' and not void
                  and image ->> 'login' = ? and coalesce(image ->> 'until', '') = ''
                """)
            .param(town.id())
            .param(login)
            .query((row, n) -> new Way(row.getString(1), row.getString(2)))
            .list();
    for (Way way : ways) {
      if (allows(way.kind(), way.address())) {
        sql.sql(
                """
                insert into delivery (town, notification, kind, address, next_at)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """)
            .param(town.id())
            .param(notification)
            .param(way.kind())
            .param(way.address())
            .param(Escalation.utc(now))
            .update();
      }
    }
  }
}
