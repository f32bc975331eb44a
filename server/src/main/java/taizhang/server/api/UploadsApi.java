package taizhang.server.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import taizhang.books.access.Clearance;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;
import taizhang.server.attachment.Uploads;

/** Files for fields that hold files: sent first, then named by the entry that lays them down. */
@RestController
@RequestMapping("/api/v1/{town}/uploads")
@Tag(name = "attachments")
class UploadsApi {

  private final Uploads uploads;

  UploadsApi(Uploads uploads) {
    this.uploads = uploads;
  }

  /**
   * What a field holds for a file.
   *
   * @param value an item of the field's list
   */
  record UploadAnswer(String value) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary = "Send a file, up to 20 MB, for a field that holds files: an entry names the value")
  UploadAnswer choose(
      @PathVariable("town") String code, Clearance who, @RequestParam MultipartFile file)
      throws IOException {
    String name = file.getOriginalFilename();
    if (name == null || name.isBlank()) {
      throw Refusal.of(ProblemCode.MISSING_FIELD, "filename");
    }
    return new UploadAnswer(uploads.choose(who, name, file.getBytes()).text());
  }
}
