package taizhang.server.reading;

import org.springframework.stereotype.Service;
import taizhang.books.access.Clearance;
import taizhang.prose.input.ReportFile;
import taizhang.server.town.Town;
import taizhang.server.town.TownScope;
import taizhang.server.town.Towns;

/** The town's own reports among the texts given to be read: one document for each year. */
@Service
public class OwnReports {

  private static final String LATEST =
      "select document from manuscript where town = ? and name = ? and year = ?"
          + " order by document desc limit 1";

  private final Towns towns;
  private final TownScope scope;
  private final Manuscripts manuscripts;

  OwnReports(Towns towns, TownScope scope, Manuscripts manuscripts) {
    this.towns = towns;
    this.scope = scope;
    this.manuscripts = manuscripts;
  }

  /**
   * Keeps a year's report as it reads now; the same text makes no other version.
   *
   * @return its document
   */
  public int keep(Clearance who, int year, ReportFile file) {
    Manuscripts.mustWrite(who);
    Town town = towns.find(who.town());
    int document =
        scope.read(
            town,
            sql ->
                sql.sql(LATEST)
                    .param(town.id())
                    .param(file.source().name())
                    .param(year)
                    .query(Integer.class)
                    .optional()
                    .orElse(0));
    return manuscripts.keep(who, document, year, file);
  }
}
