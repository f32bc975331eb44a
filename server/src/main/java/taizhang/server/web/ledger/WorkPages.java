package taizhang.server.web.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import taizhang.books.access.Clearance;
import taizhang.books.refusal.ProblemCode;
import taizhang.books.refusal.Refusal;

/** How far a long work is, stopping it, and fetching the file that it made. */
@Controller
public class WorkPages {

  private final LongWorks works;

  WorkPages(LongWorks works) {
    this.works = works;
  }

  /** Where to look for a work just begun: its end where that comes at once, else its progress. */
  public static String after(String town, LongWork work) {
    work.overWithin(900);
    return "redirect:/" + town + "/running/" + work.id();
  }

  @GetMapping("/{town}/running/{id}")
  @Nullable String progress(
      @PathVariable String town,
      @PathVariable String id,
      @RequestHeader(name = "HX-Target", required = false) @Nullable String partial,
      Clearance who,
      Model model,
      HttpServletResponse response) {
    LongWork work = works.find(who, id);
    LongWork.Ended ended = work.ended();
    boolean polled = "work".equals(partial);
    if (ended != null) {
      RuntimeException failure = ended.failure();
      if (failure != null && !polled) {
        throw failure;
      }
      String here = "/" + town + "/running/" + id;
      Outcome outcome = ended.outcome();
      if (outcome != null && !polled) {
        model.addAttribute("town", town);
        model.addAttribute("outcome", outcome);
        return "ledger/outcome";
      }
      String next = ended.file() == null ? ended.next() : here + "/file";
      if (!polled) {
        return "redirect:" + next;
      }
      response.setHeader("HX-Redirect", failure == null && outcome == null ? next : here);
    }
    model.addAttribute("town", town);
    model.addAttribute("work", work);
    return polled ? "ledger/work-bar" : "ledger/work";
  }

  @PostMapping("/{town}/running/{id}/stop")
  String stop(@PathVariable String town, @PathVariable String id, Clearance who) {
    LongWork work = works.find(who, id);
    work.stop();
    work.overWithin(2000);
    return "redirect:" + work.back();
  }

  @GetMapping("/{town}/running/{id}/file")
  ResponseEntity<byte[]> file(@PathVariable String id, Clearance who) {
    LongWork.Ended ended = works.find(who, id).ended();
    Path file = ended == null ? null : ended.file();
    if (ended == null || file == null || !Files.exists(file)) {
      throw Refusal.of(ProblemCode.UNKNOWN_FACT, id, "文件已取走，请重新导出");
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      LongWorks.drop(ended);
      ContentDisposition name =
          ContentDisposition.attachment().filename(ended.name(), StandardCharsets.UTF_8).build();
      return ResponseEntity.ok()
          .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
          .header(HttpHeaders.CONTENT_TYPE, type(ended.name()))
          .body(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String name) {
    return name.endsWith(".csv")
        ? "text/csv;charset=UTF-8"
        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }
}
