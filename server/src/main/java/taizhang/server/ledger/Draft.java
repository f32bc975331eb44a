package taizhang.server.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import taizhang.books.entry.Entry;
import taizhang.books.entry.Image;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.books.pack.Ledger;
import taizhang.books.posting.Posting;

/** A submission on its way into the books: examined, then placed on the chain. */
final class Draft {

  final int index;
  final Submission submission;
  final Ledger ledger;

  /** The patch with what references copy in, personal fields still in the clear. */
  final Map<String, Value> patch;

  final @Nullable LocalDate effectiveOn;

  /** True for what is entered beside a matter by who deals with it. */
  boolean beside;

  /** True for what follows from another entry: nobody needs leave for it. */
  boolean follows;

  @Nullable Entry entry;
  byte[] bytes = {};
  byte[] hash = {};
  byte @Nullable [] body;
  List<Posting> postings = List.of();
  Image image = Image.EMPTY;

  Draft(
      int index,
      Submission submission,
      Ledger ledger,
      Map<String, Value> patch,
      @Nullable LocalDate effectiveOn) {
    this.index = index;
    this.submission = submission;
    this.ledger = ledger;
    this.patch = patch;
    this.effectiveOn = effectiveOn;
  }

  /** The entry once it is placed. */
  Entry placed() {
    return java.util.Objects.requireNonNull(entry, "not placed yet");
  }
}
