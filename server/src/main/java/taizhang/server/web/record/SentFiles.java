package taizhang.server.web.record;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import taizhang.books.access.Clearance;
import taizhang.books.refusal.Refusal;
import taizhang.server.attachment.Uploads;

/**
 * Files that come along with a form, as browsers send them where no script has sent them before.
 */
@Component
class SentFiles {

  private static final String MARK = "u.";

  private final Uploads uploads;

  SentFiles(Uploads uploads) {
    this.uploads = uploads;
  }

  /**
   * The form with the files that came along, as its fields hold them.
   *
   * @throws Refusal where a file is not taken
   */
  Typed with(Typed typed, Clearance who, HttpServletRequest request) {
    if (!(request instanceof MultipartRequest parts)) {
      return typed;
    }
    Typed next = typed;
    for (Map.Entry<String, List<MultipartFile>> part : parts.getMultiFileMap().entrySet()) {
      for (MultipartFile file : part.getValue()) {
        if (part.getKey().startsWith(MARK) && !file.isEmpty()) {
          String field = part.getKey().substring(MARK.length());
          next = next.with(field, (next.get(field) + "\n" + chosen(who, file)).strip());
        }
      }
    }
    return next;
  }

  private String chosen(Clearance who, MultipartFile file) {
    String name = file.getOriginalFilename();
    try {
      return uploads.choose(who, name == null ? "" : name, file.getBytes()).text();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
