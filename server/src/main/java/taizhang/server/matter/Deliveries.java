package taizhang.server.matter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what is queued, each with a number of its own by which a receiver knows it again. What a
 * receiver took is never sent twice while this program lives; where it is killed between the
 * receiver's answer and our note of it, the same number is sent once more.
 */
@Service
public class Deliveries {

  private static final int MOST_TRIES = 8;
  private static final int AT_ONCE = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

  private final Towns towns;
  private final TownScope scope;
  private final Channels channels;
  private final Mail mail;
  private final InstantSource clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Deliveries(Towns towns, TownScope scope, Channels channels, Mail mail, InstantSource clock) {
    this.towns = towns;
    this.scope = scope;
    this.channels = channels;
    this.mail = mail;
    this.clock = clock;
  }

  private record Parcel(
      long id,
      String kind,
      String address,
      int tries,
      long notification,
      long record,
      String light,
      String say) {}

  /** Sends what is due in every town; how many were taken. */
  public int sendAll() {
    int sent = 0;
    for (Town town : towns.all()) {
      for (int n = 0; n < AT_ONCE && sendOne(town); n++) {
        sent++;
      }
    }
    return sent;
  }

  /** Sends the one that has waited longest; its row is held meanwhile, so no other process does. */
  private boolean sendOne(Town town) {
    return scope.write(
        town,
        sql -> {
          Instant now = clock.instant();
          List<Parcel> due = due(town, now, sql);
          if (due.isEmpty()) {
            return false;
          }
          Parcel parcel = due.getFirst();
          note(town, parcel, send(town, parcel), now, sql);
          return true;
        });
  }

  private static List<Parcel> due(Town town, Instant now, JdbcClient sql) {
    return sql.sql(
            """
            select d.id, d.kind, d.address, d.tries, n.id, n.record, n.light, n.say
            from delivery d join notification n on n.town = d.town and n.id = d.notification
            where d.town = ? and d.delivered_at is null and d.given_up_at is null and d.next_at <= ?
            order by d.next_at limit 1 for update of d skip locked
            """)
        .param(town.id())
        .param(Escalation.utc(now))
        .query((row, n) ->
            new Parcel(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getLong(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8)))
        .list();
  }

  /** What went wrong, null where it was taken. */
  private @Nullable String send(Town town, Parcel parcel) {
    if (!channels.allows(parcel.kind(), parcel.address())) {
      return "地址不在允许范围";
    }
    return parcel.kind().equals(Channels.EMAIL)
        ? mail.send(
            parcel.address(),
            town.name() + "台账提醒",
            parcel.say() + "\n\n事项记录第" + parcel.record() + "号，请登录台账办理。",
            number(town, parcel))
        : post(town, parcel);
  }

  private static String number(Town town, Parcel parcel) {
    return town.code() + "-" + parcel.id();
  }

  private @Nullable String post(Town town, Parcel parcel) {
    String body =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "town", town.code(),
                    "notification", parcel.notification(),
                    "matter", parcel.record(),
                    "light", parcel.light(),
                    "text", parcel.say()));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(parcel.address()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Idempotency-Key", number(town, parcel))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? null : "对方答复 " + status;
    } catch (IOException e) {
      return "未送达：" + e.getClass().getSimpleName();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "中断";
    }
  }

  private static void note(
      Town town, Parcel parcel, @Nullable String wrong, Instant now, JdbcClient sql) {
    int tries = parcel.tries() + 1;
    boolean over = wrong != null && tries >= MOST_TRIES;
    Instant next = now.plus(FIRST_WAIT.multipliedBy(1L << Math.min(tries, 10)));
    sql.sql(
            """
            update delivery set tries = ?, next_at = ?, delivered_at = ?, given_up_at = ?, answer = ?
            where town = ? and id = ?
            """)
        .param(tries)
        .param(Escalation.utc(next))
        .param(wrong == null ? Escalation.utc(now) : null)
        .param(over ? Escalation.utc(now) : null)
        .param(wrong == null ? "" : wrong)
        .param(town.id())
        .param(parcel.id())
        .update();
  }
}
