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
 * operator allows the place: {@code taizhang.webhooks} lists hosts, separated by commas. Without it
 * nothing leaves the machine.
 */
@Service
public class Channels {

  private final List<String> hosts;

  Channels(@Value("${taizhang.webhooks:}") String hosts) {
    this.hosts =
        Arrays.stream(hosts.split(",", -1)).map(String::strip).filter(h -> !h.isEmpty()).toList();
  }

  /** True where something may be sent to an address: http(s), no credentials, a host allowed. */
  boolean allows(String address) {
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
    List<String> addresses =
        sql.sql(
                """
                select image ->> 'address' from record
                where town = ? and ledger = 'matters.channel' and not void
                  and image ->> 'login' = ? and image ->> 'kind' = 'webhook'
                  and coalesce(image ->> 'until', '') = ''
                """)
            .param(town.id())
            .param(login)
            .query((row, n) -> row.getString(1))
            .list();
    for (String address : addresses) {
      if (allows(address)) {
        sql.sql(
                """
                insert into delivery (town, notification, kind, address, next_at)
                values (?, ?, 'webhook', ?, ?) on conflict do nothing
                """)
            .param(town.id())
            .param(notification)
            .param(address)
            .param(Escalation.utc(now))
            .update();
      }
    }
  }
}
