package taizhang.server.web.record;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import taizhang.books.access.Clearance;
import taizhang.books.entry.EntryKind;
import taizhang.books.entry.Receipt;
import taizhang.books.entry.Submission;
import taizhang.books.entry.Value;
import taizhang.server.demo.DemoMark;
import taizhang.server.ledger.Entries;
import taizhang.server.ledger.RecordView;
import taizhang.server.ledger.Records;
import taizhang.server.matter.Beside;
import taizhang.server.matter.Documents;
import taizhang.server.town.Town;

/** Steps about a matter that need no form of their own: longer time, signing, receiving. */
@Controller
class MatterActions {

  private static final MediaType DOCX =
      MediaType.parseMediaType(
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final Records records;
  private final Entries entries;
  private final Documents documents;
  private final Beside beside;
  private final DemoMark demo;

  MatterActions(
      Records records, Entries entries, Documents documents, Beside beside, DemoMark demo) {
    this.records = records;
    this.entries = entries;
    this.documents = documents;
    this.beside = beside;
    this.demo = demo;
  }

  /** Asks for longer time or grants it: which of the two, the field says. */
  @PostMapping("/{town}/records/{id:\\d{1,15}}/longer")
  String longer(
      Town town,
      Clearance who,
      @PathVariable long id,
      @RequestParam String field,
      @RequestParam String amount,
      @RequestParam(defaultValue = "") String reason) {
    String ledger = records.find(who, id).ledger().code();
    Map<String, Value> fields = Map.of(field, Value.of(amount.strip()));
    @Nullable String why = reason.isBlank() ? null : reason.strip();
    Submission change =
        new Submission(
            ledger, EntryKind.CHANGE, id, null, null, null, null, fields, null, why, null);
    return done(town, entries.append(who, change));
  }

  /** What a supporting department says of it. */
  @PostMapping("/{town}/records/{id:\\d{1,15}}/opinion")
  String opinion(
      Town town,
      Clearance who,
      @PathVariable long id,
      @RequestParam String department,
      @RequestParam String opinion,
      @RequestParam String key) {
    beside.opinion(who, id, department, opinion.strip(), key);
    return "redirect:/" + town.code() + "/records/" + id + "#opinions";
  }

  /** That another matter, come by another channel, is of the same incident. */
  @PostMapping("/{town}/records/{id:\\d{1,15}}/link")
  String link(
      Town town,
      Clearance who,
      @PathVariable long id,
      @RequestParam String other,
      @RequestParam String incident) {
    beside.link(who, id, other.strip(), incident.strip());
    return "redirect:/" + town.code() + "/records/" + id + "#incident";
  }

  @PostMapping("/{town}/matters/documents/{id:\\d{1,15}}/sign")
  String sign(Town town, Clearance who, @PathVariable long id) {
    return done(town, documents.sign(who, id));
  }

  @PostMapping("/{town}/matters/documents/{id:\\d{1,15}}/receive")
  String receive(Town town, Clearance who, @PathVariable long id) {
    return done(town, documents.receive(who, id));
  }

  private static String done(Town town, Receipt receipt) {
    return "redirect:/" + town.code() + "/records/" + receipt.record() + "?done=" + receipt.seq();
  }

  /** The document on paper; a draft says that it is one. */
  @GetMapping("/{town}/matters/documents/{id:\\d{1,15}}/docx")
  ResponseEntity<byte[]> paper(Town town, Clearance who, @PathVariable long id) {
    RecordView view = records.find(who, id);
    String reference = view.image().text("reference");
    ContentDisposition disposition =
        ContentDisposition.attachment()
            .filename(
                (reference.isEmpty() ? "督办文书" + id : reference) + ".docx", StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(DOCX)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .body(documents.docx(town.code(), id, demo.on(town.code())));
  }
}
