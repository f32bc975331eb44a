package taizhang.server.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import taizhang.books.access.Clearance;
import taizhang.books.access.Right;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.prose.input.ReportFile;
import taizhang.prose.text.SourceText;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/**
 * The texts given to the reader. Who reads the town's affairs as a whole sees all of them, anybody
 * else those he gave himself.
 */
@Repository
public class Manuscripts {

  /** The longest text a page shows, in characters: some thirty times a long report. */
  public static final int LONGEST = 1_000_000;

  private static final String HEAD =
      "select document, version, name, year, sha256, length(text), by, at from manuscript m"
          + " where town = :town and (:all or exists (select 1 from manuscript own"
          + " where own.town = m.town and own.document = m.document and own.by = :login))";

  /** The next version of a document, or the first of the next. */
  private static final String NEXT =
      """
      insert into manuscript (town, document, version, name, year, sha256, text, by, at)
      select :town, coalesce(nullif(:document, 0), max(document) + 1, 1),
        coalesce(max(version) filter (where document = :document), 0) + 1,
        :name, :year, :sha256, :text, :by, :at
      from manuscript where town = :town
      returning document
      """;

  private final Towns towns;
  private final TownScope scope;
  private final InstantSource clock;

  Manuscripts(Towns towns, TownScope scope, InstantSource clock) {
    this.towns = towns;
    this.scope = scope;
    this.clock = clock;
  }

  /** The newest version of every document a person may see, the last given first. */
  public List<Manuscript> list(Clearance who, int page, int size) {
    mustRead(who);
    String newest =
        " and version = (select max(version) from manuscript v"
            + " where v.town = m.town and v.document = m.document)"
            + " order by at desc, document desc limit :limit offset :offset";
    return scope.read(
        towns.find(who.town()),
        sql ->
            heads(who, sql.sql(HEAD + newest))
                .param("limit", size + 1)
                .param("offset", (page - 1) * size)
                .query(Manuscripts::manuscript)
                .list());
  }

  /**
   * The versions of a document, the newest first.
   *
   * @throws Refusal where there is none, or the person may not see it
   */
  public List<Manuscript> versions(Clearance who, int document) {
    mustRead(who);
    List<Manuscript> found =
        scope.read(
            towns.find(who.town()),
            sql ->
                heads(who, sql.sql(HEAD + " and document = :document order by version desc"))
                    .param("document", document)
                    .query(Manuscripts::manuscript)
                    .list());
    if (found.isEmpty()) {
      throw Refusal.of(ProblemCode.UNKNOWN_FACT, "文稿" + document, "请从报告校核的清单进入");
    }
    return found;
  }

  private JdbcClient.StatementSpec heads(Clearance who, JdbcClient.StatementSpec sql) {
    return sql.param("town", towns.find(who.town()).id())
        .param("all", who.readsTown())
        .param("login", who.login());
  }

  private static Manuscript manuscript(ResultSet row, int n) throws SQLException {
    return new Manuscript(
        row.getInt(1),
        row.getInt(2),
        row.getString(3),
        row.getInt(4),
        row.getString(5),
        row.getInt(6),
        row.getString(7),
        row.getObject(8, OffsetDateTime.class).toInstant());
  }

  /** The text of a version. */
  public String text(Clearance who, Manuscript manuscript) {
    Town town = towns.find(who.town());
    return scope.read(
        town,
        sql ->
            sql.sql("select text from manuscript where town = ? and document = ? and version = ?")
                .param(town.id())
                .param(manuscript.document())
                .param(manuscript.version())
                .query(String.class)
                .single());
  }

  /**
   * Keeps a text.
   *
   * @param document the document it is a new version of, 0 for a new one; the same file given again
   *     makes no other version
   * @param year the year it looks back on, 0 to find it in the text
   * @return its document
   * @throws Refusal where the person may not enter, does not see the document, or the text is too
   *     long for a page
   */
  public int keep(Clearance who, int document, int year, ReportFile file) {
    mustWrite(who);
    mustFit(file.source());
    if (document != 0 && versions(who, document).getFirst().sha256().equals(file.sha256())) {
      return document;
    }
    Town town = towns.find(who.town());
    return scope.write(town, sql -> keep(town, who.login(), document, year, file, sql));
  }

  private int keep(
      Town town, String login, int document, int year, ReportFile file, JdbcClient sql) {
    // numbers are given one after the other: the town's head row is what writers wait for
    sql.sql("select seq from head where town = ? for update")
        .param(town.id())
        .query(Long.class)
        .list();
    return sql.sql(NEXT)
        .param("town", town.id())
        .param("document", document)
        .param("name", file.source().name())
        .param("year", year)
        .param("sha256", file.sha256())
        .param("text", file.source().text())
        .param("by", login)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  private static void mustFit(SourceText source) {
    int length = source.text().length();
    if (length > LONGEST) {
      throw Refusal.of(
          ProblemCode.TOO_LARGE,
          "“" + source.name() + "”",
          LONGEST / 10_000 + "万字，请拆成单篇报告",
          length / 10_000 + "万字");
    }
  }

  private static void mustRead(Clearance who) {
    if (!who.may(Right.READ)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "查阅文稿", "read texts");
    }
  }

  /** Refuses who may look but not work. */
  static void mustWrite(Clearance who) {
    if (!who.may(Right.WRITE)) {
      throw Refusal.of(ProblemCode.NOT_ALLOWED, "校核报告", "work on texts");
    }
  }
}
