package taizhang.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import taizhang.books.access.Clearance;
import taizhang.books.entry.Attachment;
import taizhang.books.entry.Receipt;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.attachment.Attachments;
import taizhang.server.ledger.Records;

/** Files beside records: listed, opened, laid there; who reads the record opens them. */
@RestController
@RequestMapping("/api/v1/{town}/records/{id}/attachments")
@Tag(name = "attachments")
class AttachmentsApi {

  private final Attachments attachments;
  private final Records records;

  AttachmentsApi(Attachments attachments, Records records) {
    this.attachments = attachments;
    this.records = records;
  }

  /**
   * A file beside a record.
   *
   * @param seq names it in addresses
   * @param size in bytes
   * @param type media type
   * @param digest SM3 of the content, in hex
   */
  record AttachmentAnswer(long seq, String name, long size, String type, String digest) {
    static AttachmentAnswer of(Attachment file) {
      return new AttachmentAnswer(file.seq(), file.name(), file.size(), file.type(), file.digest());
    }
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Files that stand beside a record")
  List<AttachmentAnswer> list(
      @PathVariable("town") String code, @PathVariable long id, Clearance who) {
    return Attachment.standing(records.find(who, id).entries()).stream()
        .map(AttachmentAnswer::of)
        .toList();
  }

  @GetMapping(path = "/{seq}", produces = MediaType.ALL_VALUE)
  @Operation(summary = "The content of a file; that it was opened is written down")
  ResponseEntity<byte[]> open(
      @PathVariable("town") String code,
      @PathVariable long id,
      @PathVariable long seq,
      Clearance who,
      HttpServletRequest request) {
    Attachments.Opened opened = attachments.open(who, id, seq, request.getRemoteAddr());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(opened.file().type()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(opened.file().name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(opened.content());
  }

  @PostMapping(
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Lay a file beside a record, up to 20 MB; a repeated key lays it once")
  Answers.ReceiptAnswer lay(
      @PathVariable("town") String code,
      @PathVariable long id,
      Clearance who,
      @RequestParam MultipartFile file,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
      throws IOException {
    String name = file.getOriginalFilename();
    if (name == null || name.isBlank()) {
      throw Refusal.of(ProblemCode.MISSING_FIELD, "filename");
    }
    String once = key == null ? UUID.randomUUID().toString() : key;
    Receipt receipt = attachments.lay(who, id, name, file.getBytes(), once);
    return new Answers.ReceiptAnswer(receipt.seq(), receipt.record(), receipt.again());
  }
}
