package taizhang.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import taizhang.books.refusal.Problem;
import taizhang.books.refusal.Refusal;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a caller is told that something was refused or failed, as problem details (RFC 9457). Nothing
 * was changed.
 *
 * @param status of the answer
 * @param detail what happened and what to do, in Chinese
 * @param problems each thing that is wrong
 */
public record ApiProblem(String title, int status, String detail, List<Wrong> problems) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public ApiProblem {
    problems = List.copyOf(problems);
  }

  /**
   * One thing that is wrong.
   *
   * @param code number that never changes its meaning
   * @param name the same in words
   * @param item which of a batch, from 0
   * @param field the field or parameter, empty where it is none
   * @param message what is wrong and what to do, in Chinese
   * @param english the same in English
   */
  public record Wrong(
      int code,
      String name,
      @Schema(description = "which of a batch, from 0") int item,
      @Schema(description = "empty where it is no field") String field,
      @Schema(description = "in Chinese") String message,
      String english) {
    static Wrong of(Problem problem) {
      return new Wrong(
          problem.code().number(),
          problem.code().name(),
          problem.item(),
          problem.field() == null ? "" : problem.field(),
          problem.message(Locale.CHINESE),
          problem.message(Locale.ENGLISH));
    }
  }

  static ApiProblem of(Refusal refusal) {
    HttpStatus status =
        switch (refusal.code().number() / 100) {
          case 1 -> HttpStatus.UNPROCESSABLE_CONTENT;
          case 2 -> HttpStatus.NOT_FOUND;
          case 3 -> HttpStatus.CONFLICT;
          case 5 -> HttpStatus.FORBIDDEN;
          default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    return new ApiProblem(
        "没有办成，账上什么也没有改动",
        status.value(),
        refusal.text(Locale.CHINESE),
        refusal.problems().stream().map(Wrong::of).toList());
  }

  /** A request that is no request of this API. */
  public static ApiProblem unread(int status, String detail) {
    String title = status == HttpStatus.NOT_FOUND.value() ? "没有这个接口" : "看不懂这个请求";
    String where = detail.isEmpty() ? "接口说明见 /api/v1/openapi" : detail;
    return new ApiProblem(title, status, where, List.of());
  }

  /** A caller without a token that holds. */
  public static ApiProblem stranger() {
    return new ApiProblem(
        "没有可用的令牌",
        HttpStatus.UNAUTHORIZED.value(),
        "请在 Authorization 头中带上 Bearer 令牌；令牌由系统管理员在“接口令牌”页签发，过期或收回后须重新签发",
        List.of());
  }

  static ApiProblem failed() {
    return new ApiProblem(
        "系统出错了", HttpStatus.INTERNAL_SERVER_ERROR.value(), "账上什么也没有改动，请稍后再试。", List.of());
  }

  /** As the answer of a controller. */
  public ResponseEntity<ApiProblem> answer() {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(this);
  }

  /** Written where no controller was reached. */
  public void write(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(JSON.writeValueAsBytes(this));
  }
}
