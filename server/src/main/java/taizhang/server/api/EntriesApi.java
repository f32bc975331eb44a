package taizhang.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.figure.Posted;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.api.Answers.EnteredAnswer;
import taizhang.server.api.Answers.MovementAnswer;
import taizhang.server.api.Answers.ReceiptAnswer;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.Rehearsal;

/** Entering: one, or up to 200 whole or not at all; a repeated key gives the first answer again. */
@RestController
@RequestMapping(path = "/api/v1/{town}/entries", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "entries")
class EntriesApi {

  private final Entries entries;

  EntriesApi(Entries entries) {
    this.entries = entries;
  }

  @PostMapping
  @Operation(summary = "Enter one; with rehearse=true only say what would move")
  EnteredAnswer enter(
      @PathVariable("town") String code,
      Clearance who,
      @RequestBody EntryRequest entry,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestParam(defaultValue = "false") boolean rehearse) {
    return answer(who, List.of(entry.submission(0, key)), rehearse);
  }

  @PostMapping("/batch")
  @Operation(summary = "Enter up to 200 in order, all or none; each may carry a key of its own")
  EnteredAnswer enterAll(
      @PathVariable("town") String code,
      Clearance who,
      @RequestBody List<@Nullable EntryRequest> batch,
      @RequestParam(defaultValue = "false") boolean rehearse) {
    BooksApi.between(batch.size(), 1, Entries.PIECE, "entries");
    List<Submission> submissions = new ArrayList<>();
    for (EntryRequest entry : batch) {
      if (entry == null) {
        throw Refusal.of(ProblemCode.MISSING_FIELD, "entry " + submissions.size());
      }
      submissions.add(entry.submission(submissions.size(), null));
    }
    return answer(who, submissions, rehearse);
  }

  private EnteredAnswer answer(Clearance who, List<Submission> batch, boolean rehearse) {
    if (rehearse) {
      Rehearsal rehearsal = entries.rehearse(who, batch);
      return new EnteredAnswer(
          false,
          receipts(rehearsal.receipts()),
          rehearsal.posted().stream().map(EntriesApi::move).toList());
    }
    return new EnteredAnswer(true, receipts(entries.appendAll(who, batch)), List.of());
  }

  private static List<ReceiptAnswer> receipts(List<Receipt> receipts) {
    return receipts.stream()
        .map(receipt -> new ReceiptAnswer(receipt.seq(), receipt.record(), receipt.again()))
        .toList();
  }

  private static MovementAnswer move(Posted posted) {
    return new MovementAnswer(
        posted.posting().cell().indicator(),
        posted.posting().cell().area(),
        posted.posting().on(),
        String.valueOf(Answers.plain(posted.posting().amount())),
        posted.posting().stage().code());
  }
}
