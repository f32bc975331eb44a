package taizhang.server.web.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import taizhang.books.access.Clearance;
import taizhang.server.draft.Drafts;
import taizhang.server.ledger.Entries;

/**
 * Drafts of forms that were not sent. A browser may still be keeping a form while it is being sent;
 * what that leaves behind is told by its key and thrown away.
 */
@Component
class Unsent {

  private final Drafts drafts;
  private final Entries entries;

  Unsent(Drafts drafts, Entries entries) {
    this.drafts = drafts;
    this.entries = entries;
  }

  @Nullable Map<String, String> find(Clearance who, String ledger, long record) {
    Map<String, String> kept = drafts.find(who, ledger, record);
    if (kept != null && entries.sent(who, kept.getOrDefault("key", ""))) {
      drafts.discard(who, ledger, record);
      return null;
    }
    return kept;
  }

  void keep(Clearance who, String ledger, long record, Typed typed) {
    if (!entries.sent(who, typed.get("key"))) {
      drafts.keep(who, ledger, record, typed.values());
    }
  }

  void discard(Clearance who, String ledger, long record) {
    drafts.discard(who, ledger, record);
  }
}
