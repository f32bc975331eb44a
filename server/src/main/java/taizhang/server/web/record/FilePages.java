package taizhang.server.web.record;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import taizhang.books.access.Clearance;
import taizhang.server.attachment.Attachments;
import taizhang.server.town.Town;

/** Files beside a record. */
@Controller
class FilePages {

  private final Attachments attachments;

  FilePages(Attachments attachments) {
    this.attachments = attachments;
  }

  @PostMapping("/{town}/records/{id:\\d{1,15}}/files")
  String lay(
      Town town,
      Clearance who,
      @PathVariable long id,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "") String key)
      throws IOException {
    String name = file.getOriginalFilename();
    attachments.lay(
        who,
        id,
        name == null ? "" : name,
        file.getBytes(),
        key.isEmpty() ? UUID.randomUUID().toString() : key);
    return "redirect:/" + who.town() + "/records/" + id + "#files";
  }

  @PostMapping("/{town}/records/{id:\\d{1,15}}/files/{seq:\\d{1,15}}/remove")
  String remove(
      Town town,
      Clearance who,
      @PathVariable long id,
      @PathVariable long seq,
      @RequestParam(defaultValue = "") String reason) {
    attachments.takeAway(who, id, seq, reason);
    return "redirect:/" + who.town() + "/records/" + id + "#files";
  }

  /** Always as a download: nothing that people laid there runs in a page of this site. */
  @GetMapping("/{town}/records/{id:\\d{1,15}}/files/{seq:\\d{1,15}}")
  ResponseEntity<byte[]> open(
      Town town,
      Clearance who,
      @PathVariable long id,
      @PathVariable long seq,
      HttpServletRequest request) {
    Attachments.Opened opened = attachments.open(who, id, seq, request.getRemoteAddr());
    ContentDisposition disposition =
        ContentDisposition.attachment()
            .filename(opened.file().name(), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(opened.file().type()))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(opened.content());
  }
}
