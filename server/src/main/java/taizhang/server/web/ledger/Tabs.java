package taizhang.server.web.ledger;

import java.util.ArrayList;
import java.util.List;
import taizhang.server.browse.SavedView;

/** The tabs above a ledger's table: all of it, the views kept, what waits for review. */
final class Tabs {

  private final TablePages.Asked asked;
  private final List<SavedView> kept;

  Tabs(TablePages.Asked asked, List<SavedView> kept) {
    this.asked = asked;
    this.kept = kept;
  }

  List<TableShown.Tab> list() {
    TableAddress address = asked.address();
    String query = address.query();
    List<TableShown.Tab> tabs = new ArrayList<>();
    tabs.add(new TableShown.Tab("全部", address.path(), query.isEmpty(), ""));
    if (asked.ledger().review()) {
      boolean here = query.equals("pending=1");
      tabs.add(new TableShown.Tab("待审", address.path() + "?pending=1", here, ""));
    }
    for (SavedView view : kept) {
      String href = address.path() + "?" + view.query() + "&saved=" + view.id();
      boolean own = view.login().equals(asked.who().login());
      boolean here = address.has("saved", Long.toString(view.id()));
      String note = own ? "" : asked.rules().nameOf(view.login()) + "共享";
      tabs.add(new TableShown.Tab(view.title(), href, here, note));
    }
    return tabs;
  }
}
