package taizhang.server.web.record;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import taizhang.books.access.Clearance;
import taizhang.books.refusal.Refusal;
import taizhang.server.attachment.Attachments;
import taizhang.server.attachment.Uploads;
import taizhang.server.town.Town;

/** Files beside a record. */
@Controller
class FilePages {

  private final Attachments attachments;
  private final Uploads uploads;

  FilePages(Attachments attachments, Uploads uploads) {
    this.attachments = attachments;
    this.uploads = uploads;
  }

  /** A file chosen in a form that is not sent yet: what the form holds for it, or what is wrong. */
  @PostMapping("/{town}/uploads")
  String choose(
      Town town,
      Clearance who,
      @RequestParam String name,
      @RequestParam MultipartFile file,
      HttpServletResponse response,
      Model model)
      throws IOException {
    try {
      model.addAttribute("name", name);
      model.addAttribute("file", uploads.choose(who, named(file), file.getBytes()));
      return "kit/file-chosen";
    } catch (Refusal refusal) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      model.addAttribute("why", refusal.text(Locale.CHINESE));
      return "kit/file-refused";
    }
  }

  private static String named(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name == null ? "" : name;
  }

  @PostMapping("/{town}/records/{id:\\d{1,15}}/files")
  String lay(
      Town town,
      Clearance who,
      @PathVariable long id,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "") String key)
      throws IOException {
    attachments.lay(
        who, id, named(file), file.getBytes(), key.isEmpty() ? UUID.randomUUID().toString() : key);
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
    return taken(attachments.open(who, id, seq, request.getRemoteAddr()));
  }

  /** A file that a field of the record names. */
  @GetMapping("/{town}/records/{id:\\d{1,15}}/files/{digest:[0-9a-f]{64}}")
  ResponseEntity<byte[]> named(
      Town town,
      Clearance who,
      @PathVariable long id,
      @PathVariable String digest,
      HttpServletRequest request) {
    return taken(attachments.open(who, id, digest, request.getRemoteAddr()));
  }

  private static ResponseEntity<byte[]> taken(Attachments.Opened opened) {
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
