package taizhang.server.browse;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.stereotype.Repository;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.pack.Ledger;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/**
 * The views people keep of ledgers. A shared one shows everybody only what their own posts let them
 * see.
 */
@Repository
public class SavedViews {

  private static final int TITLE = 20;
  private static final int QUERY = 4000;

  private static final String KEEP =
      """
      insert into saved_view (town, ledger, login, title, query, shared, at)
      values (:town, :ledger, :login, :title, :query, :shared, :at)
      on conflict (town, ledger, login, title)
        do update set query = excluded.query, shared = excluded.shared, at = excluded.at
      returning id
      """;

  private final Towns towns;
  private final TownScope scope;
  private final InstantSource clock;

  SavedViews(Towns towns, TownScope scope, InstantSource clock) {
    this.towns = towns;
    this.scope = scope;
    this.clock = clock;
  }

  /** A person's own views of a ledger and those shared with everybody, the oldest first. */
  public List<SavedView> list(Clearance who, Ledger ledger) {
    return scope.read(
        towns.find(who.town()),
        sql ->
            sql.sql(
                    """
                    select id, login, title, query, shared from saved_view
                    where town = :town and ledger = :ledger and (shared or login = :login) order by id
                    """)
                .param("town", towns.find(who.town()).id())
                .param("ledger", ledger.code())
                .param("login", who.login())
                .query(DataClassRowMapper.newInstance(SavedView.class))
                .list());
  }

  /**
   * Keeps a view; one of the same title is replaced.
   *
   * @return its number
   * @throws Refusal where it has no title, or is to be shared by somebody who may not
   */
  public long keep(Clearance who, Ledger ledger, String title, String query, boolean shared) {
    String name = checked(title, query);
    if (shared && !who.may(Right.REVIEW, ledger)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "把“" + ledger.title() + "”的视图共享给大家");
    }
    return scope.write(
        towns.find(who.town()),
        sql ->
            sql.sql(KEEP)
                .param("town", towns.find(who.town()).id())
                .param("ledger", ledger.code())
                .param("login", who.login())
                .param("title", name)
                .param("query", query)
                .param("shared", shared)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single());
  }

  private static String checked(String title, String query) {
    String name = title.strip();
    if (name.isEmpty()) {
      throw Refusal.of(ProblemCode.MISSING_FIELD, "视图名称");
    }
    if (name.length() > TITLE || query.length() > QUERY) {
      throw Refusal.of(ProblemCode.TOO_LONG, "视图名称", TITLE, name.length());
    }
    return name;
  }

  /** Takes a person's own view away; one that is somebody else's stays. */
  public void drop(Clearance who, long id) {
    scope.write(
        towns.find(who.town()),
        sql ->
            sql.sql("delete from saved_view where town = :town and id = :id and login = :login")
                .param("town", towns.find(who.town()).id())
                .param("id", id)
                .param("login", who.login())
                .update());
  }
}
