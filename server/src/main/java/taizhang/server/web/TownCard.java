package taizhang.server.web;

import java.util.List;
import taizhang.server.report.ReportHead;

/** A town on the first page, with its reports, newest first. */
public record TownCard(String code, String name, List<ReportHead> reports) {

  public TownCard {
    reports = List.copyOf(reports);
  }
}
