package taizhang.server.matter;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/** What people were told, and where else it was sent. */
@Service
public class Notifications {

  private final Towns towns;
  private final TownScope scope;
  private final InstantSource clock;

  Notifications(Towns towns, TownScope scope, InstantSource clock) {
    this.towns = towns;
    this.scope = scope;
    this.clock = clock;
  }

  /**
   * A notification.
   *
   * @param record the matter it is about
   * @param readAt when the person saw it, null where not yet
   */
  public record Notification(
      long id,
      long record,
      String ledger,
      String rung,
      String light,
      String say,
      Instant at,
      @Nullable Instant readAt) {}

  /**
   * A delivery outside.
   *
   * @param login whom it is for
   * @param kind {@code webhook} or {@code email}
   * @param nextAt when it is tried next
   * @param deliveredAt when the receiver took it, null where not
   * @param givenUpAt when it was given up, null where not
   * @param answer what went wrong last
   */
  public record Delivery(
      long notification,
      String login,
      String kind,
      String address,
      int tries,
      Instant nextAt,
      @Nullable Instant deliveredAt,
      @Nullable Instant givenUpAt,
      String answer) {}

  /** A person's notifications, the newest first. */
  public List<Notification> of(String town, String login, int limit) {
    Town in = towns.find(town);
    return scope.read(
        in,
        sql ->
            sql.sql(
                    """
                    select id, record, ledger, rung, light, say, at, read_at from notification
                    where town = ? and login = ? order by id desc limit ?
                    """)
                .param(in.id())
                .param(login)
                .param(limit)
                .query((row, n) ->
                    new Notification(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        instant(row.getObject(8, OffsetDateTime.class))))
                .list());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /** How many a person has not seen. */
  public long unread(String town, String login) {
    Town in = towns.find(town);
    return scope.read(
        in,
        sql ->
            sql.sql(
                    "select count(*) from notification where town = ? and login = ? and read_at is null")
                .param(in.id())
                .param(login)
                .query(Long.class)
                .single());
  }

  /** Notes that a person has seen all up to one. */
  public void read(String town, String login, long upTo) {
    Town in = towns.find(town);
    scope.write(
        in,
        sql ->
            sql.sql(
                    """
                    update notification set read_at = ?
                    where town = ? and login = ? and id <= ? and read_at is null
                    """)
                .param(Escalation.utc(clock.instant()))
                .param(in.id())
                .param(login)
                .param(upTo)
                .update());
  }

  /** The log of deliveries, the newest first. */
  public List<Delivery> deliveries(String town, int limit) {
    Town in = towns.find(town);
    return scope.read(
        in,
        sql ->
            sql.sql(
                    """
                    select d.notification, n.login, d.kind, d.address, d.tries, d.next_at,
                      d.delivered_at, d.given_up_at, d.answer
                    from delivery d
                    join notification n on n.town = d.town and n.id = d.notification
                    where d.town = ? order by d.id desc limit ?
                    """)
                .param(in.id())
                .param(limit)
                .query((row, n) ->
                    new Delivery(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        instant(row.getObject(7, OffsetDateTime.class)),
                        instant(row.getObject(8, OffsetDateTime.class)),
                        row.getString(9)))
                .list());
  }
}
